package io.pipecast.streaming.jobs;

import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.streaming.operators.JudgeDeals;
import io.pipecast.streaming.operators.JudgePeriods;
import io.pipecast.streaming.operators.Judgement;
import io.pipecast.streaming.operators.SumHealth;
import io.pipecast.streaming.serialization.HealthTypes;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** The job {@code evaluate}: forecasts made earlier × outcomes. */
public final class EvaluateTopology {
    private static final long FLUSH_MILLIS = 1_000;

    private EvaluateTopology() {}

    /** Wires the job between its ends. It opens no connection. */
    public static void wire(StreamExecutionEnvironment env, JobPlan plan, EvaluateEnds ends) {
        DataStream<Judgement> deals =
                ends.scores(env)
                        .keyBy(DealScore::opportunityId, Types.STRING)
                        .process(new JudgeDeals(plan), HealthTypes.JUDGEMENT)
                        .uid("judge-deals")
                        .name("judge deals");
        DataStream<Judgement> periods =
                ends.history(env)
                        .filter(JudgePeriods::concerns)
                        .uid("periods-to-judge")
                        .name("periods to judge")
                        .keyBy(PipelineForecast::key, Types.STRING)
                        .process(new JudgePeriods(plan), HealthTypes.JUDGEMENT)
                        .uid("judge-periods")
                        .name("judge periods");
        ends.health(
                deals.union(periods)
                        .keyBy(Judgement::key, Types.STRING)
                        .process(new SumHealth(FLUSH_MILLIS), HealthTypes.HEALTH)
                        .setParallelism(1)
                        .uid("sum-health")
                        .name("sum health"));
    }
}
