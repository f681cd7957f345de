package io.pipecast.streaming.operators;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.serialization.RowTypes;
import java.time.Duration;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Joins what was said of a node's period, once a week while it was current, with what was closed in
 * it when it was locked. Where nothing was uncertain nothing is judged.
 */
public final class JudgePeriods extends KeyedProcessFunction<String, PipelineForecast, Judgement> {
    private static final long serialVersionUID = 1L;
    private static final int EVERY_DAYS = 7;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(400);
    private static final double MILLION = 1_000_000;

    private final JobPlan plan;

    private transient PipelineSettings settings;
    private transient ListState<PipelineForecast> pending;

    public JudgePeriods(JobPlan plan) {
        this.plan = plan;
    }

    /** Whether a row of history is of a kind that is judged or tells an outcome. */
    public static boolean concerns(PipelineForecast row) {
        return row.tree() == Tree.REPORTING
                && (row.periodKind() == PipelineForecast.PeriodRole.CURRENT
                        || row.periodKind() == PipelineForecast.PeriodRole.PAST);
    }

    @Override
    public void open(OpenContext openContext) {
        settings = plan.settings();
        var waits = new ListStateDescriptor<>("pending-periods", new RowTypes.Pipelines());
        waits.enableTimeToLive(StateTtlConfig.newBuilder(FORGOTTEN_AFTER).build());
        pending = getRuntimeContext().getListState(waits);
    }

    @Override
    public void processElement(PipelineForecast row, Context ctx, Collector<Judgement> out)
            throws Exception {
        int day = settings.calendar().days().dayOf(row.asOf());
        if (row.periodKind() == PipelineForecast.PeriodRole.CURRENT) {
            if ((day - row.periodStart()) % EVERY_DAYS == 0 && isUncertain(row)) {
                remember(row);
            }
        } else if (isLocked(row, day)) {
            for (PipelineForecast forecast : pending.get()) {
                out.collect(judged(forecast, row, day));
            }
            pending.clear();
        }
    }

    /** Takes a forecast in, once. */
    private void remember(PipelineForecast row) throws Exception {
        for (PipelineForecast known : pending.get()) {
            if (known.asOf() == row.asOf()) {
                return;
            }
        }
        pending.add(row);
    }

    private static boolean isUncertain(PipelineForecast row) {
        long p10 = row.value(Quantity.MODEL_P10);
        return p10 != Quantity.MISSING && p10 < row.value(Quantity.MODEL_P90);
    }

    private boolean isLocked(PipelineForecast row, int day) {
        return settings.calendar().business().between(row.periodEnd(), day) >= CutScopes.LOCK_AFTER;
    }

    private static Judgement judged(PipelineForecast forecast, PipelineForecast end, int day) {
        long closed = end.value(Quantity.CLOSED);
        Judgement.Kind kind = Judgement.Kind.INSIDE;
        if (closed < forecast.value(Quantity.MODEL_P10)) {
            kind = Judgement.Kind.BELOW;
        } else if (closed > forecast.value(Quantity.MODEL_P90)) {
            kind = Judgement.Kind.ABOVE;
        }
        double miss = Math.abs(forecast.value(Quantity.MODEL_P50) - closed);
        return new Judgement(
                forecast.modelVersion(),
                false,
                ModelHealth.PERIOD + forecast.level(),
                end.periodEnd(),
                day,
                kind,
                closed <= 0
                        ? Judgement.NONE
                        : (int) Math.min(Integer.MAX_VALUE, Math.round(miss / closed * MILLION)));
    }
}
