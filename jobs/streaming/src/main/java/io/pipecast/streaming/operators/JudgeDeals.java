package io.pipecast.streaming.operators;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.calibration.Calibration;
import io.pipecast.model.features.AsOf;
import io.pipecast.streaming.serialization.HealthTypes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.StateTtlConfig;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Joins chances given at midnights with how the deal stood when each horizon ended. A forecast is
 * judged for its horizon once a later row of its deal says how that was; a loss stands unless the
 * deal is reopened before another row. What is judged for all its horizons is dropped, and a deal
 * that is heard of no more is forgotten. The last horizon, ever, is not judged: the deals still
 * open would be missing. Rows of a deal come in the order of time, those of a shadow at any pace
 * beside them; repeated ones change nothing.
 */
public final class JudgeDeals extends KeyedProcessFunction<String, DealScore, Judgement> {
    private static final long serialVersionUID = 1L;
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(120);
    private static final Horizon[] HORIZONS = Horizon.values();

    private final JobPlan plan;

    private transient PipelineSettings settings;
    private transient ListState<DealScore> pending;
    private transient ValueState<DealScore> standing;
    private transient ValueState<Long> shadowAt;

    public JudgeDeals(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext openContext) {
        settings = plan.settings();
        StateTtlConfig ttl = StateTtlConfig.newBuilder(FORGOTTEN_AFTER).build();
        var waits = new ListStateDescriptor<>("pending", new HealthTypes.Scores());
        waits.enableTimeToLive(ttl);
        pending = getRuntimeContext().getListState(waits);
        var stands = new ValueStateDescriptor<>("standing", new HealthTypes.Scores());
        stands.enableTimeToLive(ttl);
        standing = getRuntimeContext().getState(stands);
        var shadows = new ValueStateDescriptor<>("shadow-at", LongSerializer.INSTANCE);
        shadows.enableTimeToLive(ttl);
        shadowAt = getRuntimeContext().getState(shadows);
    }

    @Override
    public void processElement(DealScore row, Context ctx, Collector<Judgement> out)
            throws Exception {
        if (row.shadow()) {
            shadow(row, out);
        } else {
            champion(row, out);
        }
    }

    private void champion(DealScore row, Collector<Judgement> out) throws Exception {
        DealScore before = standing.value();
        if (before != null && row.asOf() <= before.asOf()) {
            return;
        }
        long known = before == null ? Long.MIN_VALUE : before.asOf();
        List<DealScore> left = new ArrayList<>();
        for (DealScore forecast : pending.get()) {
            if (judge(forecast, known, row, out)) {
                left.add(forecast);
            }
        }
        if (row.isOpen()) {
            given(row, out);
            left.add(row.bare());
        }
        pending.update(left);
        standing.update(row.bare());
    }

    private void shadow(DealScore row, Collector<Judgement> out) throws Exception {
        Long before = shadowAt.value();
        if (before != null && row.asOf() <= before) {
            return;
        }
        shadowAt.update(row.asOf());
        given(row, out);
        DealScore stands = standing.value();
        if (stands == null
                || stands.asOf() <= row.asOf()
                || judge(row, Long.MIN_VALUE, stands, out)) {
            pending.add(row.bare());
        }
    }

    private void given(DealScore row, Collector<Judgement> out) {
        int day = day(row.asOf());
        for (Horizon horizon : HORIZONS) {
            if (horizon != Horizon.EVER) {
                out.collect(judgement(row, horizon, day, day, Judgement.Kind.GIVEN));
            }
        }
        row.deciles().forEach((kind, decile) -> out.collect(seen(row, kind, decile, day)));
    }

    /** What a deal looks like: the decile stands for the bin of its number. */
    private static Judgement seen(DealScore row, String kind, long decile, int day) {
        return new Judgement(
                row.modelVersion(),
                row.shadow(),
                ModelHealth.FEATURE + kind,
                day,
                day,
                Judgement.Kind.GIVEN,
                Calibration.inBin((int) decile));
    }

    /**
     * Judges a forecast for the horizons that ended after an instant and whose outcome a row tells;
     * whether any is left.
     */
    private boolean judge(DealScore forecast, long known, DealScore row, Collector<Judgement> out) {
        AsOf made = new AsOf(settings.calendar(), forecast.asOf());
        boolean left = false;
        for (Horizon horizon : HORIZONS) {
            if (horizon == Horizon.EVER || row.removed()) {
                continue;
            }
            int endDay = made.day + (int) made.daysTo(horizon);
            long end = settings.calendar().days().startOf(endDay);
            if (end <= known) {
                continue;
            }
            if (row.isOpen() && end > row.asOf()) {
                left = true;
                continue;
            }
            Judgement.Kind kind =
                    came(row, horizon, made, end) ? Judgement.Kind.CAME : Judgement.Kind.MISSED;
            out.collect(judgement(forecast, horizon, endDay, day(row.asOf()), kind));
        }
        return left;
    }

    private boolean came(DealScore row, Horizon horizon, AsOf made, long end) {
        long from =
                horizon == Horizon.NEXT_PERIOD
                        ? settings.calendar().days().startOf(made.next.startDay())
                        : Long.MIN_VALUE;
        return row.outcome() == Outcome.WON && row.closedAt() >= from && row.closedAt() < end;
    }

    private int day(long instant) {
        return settings.calendar().days().dayOf(instant);
    }

    private static Judgement judgement(
            DealScore forecast, Horizon horizon, int day, int seen, Judgement.Kind kind) {
        return new Judgement(
                forecast.modelVersion(),
                forecast.shadow(),
                horizon.key,
                day,
                seen,
                kind,
                forecast.probabilities()[horizon.ordinal()]);
    }
}
