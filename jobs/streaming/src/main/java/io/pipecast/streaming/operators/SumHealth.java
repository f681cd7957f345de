package io.pipecast.streaming.operators;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.model.calibration.Calibration;
import io.pipecast.streaming.serialization.HealthTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeutils.base.IntSerializer;
import org.apache.flink.api.common.typeutils.base.array.LongPrimitiveArraySerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Adds up, by model, role and measure, what was forecast and what became of it over the last 91
 * days, and publishes it now and then. Outcomes of horizons that end in days to come, known because
 * the deal is closed already, wait for their day: deals that are won early would otherwise be
 * counted before those that are not.
 */
public final class SumHealth extends KeyedProcessFunction<String, Judgement, ModelHealth> {
    private static final long serialVersionUID = 1L;

    /** Days judged forecasts are added up over. */
    static final int WINDOW = 91;

    /** Days of chances that drift compares. */
    static final int STRETCH = 28;

    /** Deals below which the drift of a feature says nothing: chance alone would be 0.1. */
    private static final int LEAST_DEALS = 100;

    private static final int WEEK = 7;
    private static final int DECILES = 10;
    private static final int VERSION = 0;
    private static final int CLOCK = 1;
    private static final int FIRST = 2;

    private final long flushMillis;

    private transient MapState<Integer, long[]> days;
    private transient ValueState<long[]> marks;
    private transient ValueState<Judgement> about;

    /**
     * A summary.
     *
     * @param flushMillis wall time within which a change is published
     */
    public SumHealth(long flushMillis) {
        this.flushMillis = flushMillis;
    }

    @Override
    public void open(OpenContext openContext) {
        days =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "days",
                                        IntSerializer.INSTANCE,
                                        LongPrimitiveArraySerializer.INSTANCE));
        marks =
                getRuntimeContext()
                        .getState(
                                new ValueStateDescriptor<>(
                                        "marks", LongPrimitiveArraySerializer.INSTANCE));
        about =
                getRuntimeContext()
                        .getState(new ValueStateDescriptor<>("about", HealthTypes.JUDGEMENT));
    }

    @Override
    public void processElement(Judgement judgement, Context ctx, Collector<ModelHealth> out)
            throws Exception {
        long[] mark = marks.value();
        if (mark == null) {
            mark = new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE};
            about.update(judgement);
        }
        mark[VERSION]++;
        mark[CLOCK] = Math.max(mark[CLOCK], judgement.seen());
        if (judgement.kind() == Judgement.Kind.GIVEN) {
            mark[FIRST] = Math.min(mark[FIRST], judgement.day());
        }
        marks.update(mark);
        long[] known = days.get(judgement.day());
        long[] day = known == null ? new long[DaySums.LENGTH] : known;
        DaySums.add(day, judgement);
        days.put(judgement.day(), day);
        long now = ctx.timerService().currentProcessingTime();
        ctx.timerService().registerProcessingTimeTimer((now / flushMillis + 1) * flushMillis);
    }

    @Override
    public void onTimer(long at, OnTimerContext ctx, Collector<ModelHealth> out) throws Exception {
        long[] mark = marks.value();
        int clock = (int) mark[CLOCK];
        int fromDay = clock - WINDOW + 1;
        long referenceEnd = mark[FIRST] == Long.MAX_VALUE ? clock : mark[FIRST] + STRETCH;
        long[] window = new long[DaySums.LENGTH];
        long[] first = new long[DaySums.LENGTH];
        long[] last = new long[DaySums.LENGTH];
        List<Integer> past = new ArrayList<>();
        for (Map.Entry<Integer, long[]> entry : days.entries()) {
            int day = entry.getKey();
            addWhere(day >= fromDay && day <= clock, window, entry.getValue());
            addWhere(day < referenceEnd, first, entry.getValue());
            addWhere(day > clock - STRETCH && day <= clock, last, entry.getValue());
            if (day < fromDay && day >= referenceEnd) {
                past.add(day);
            }
        }
        for (Integer day : past) {
            days.remove(day);
        }
        boolean comparable = clock >= referenceEnd + STRETCH - 1;
        double drift =
                about.value().measure().startsWith(ModelHealth.FEATURE)
                        ? ofFeature(clock - mark[FIRST] + 1, DaySums.calibration(last))
                        : comparable
                                ? Calibration.drift(
                                        DaySums.calibration(first), DaySums.calibration(last))
                                : Double.NaN;
        out.collect(DaySums.health(about.value(), mark[VERSION], clock, fromDay, window, drift));
    }

    /** Whole weeks only: at weekends nobody is spoken to. */
    private static double ofFeature(long daysSeen, Calibration lately) {
        boolean told = daysSeen >= WEEK && lately.given() >= LEAST_DEALS;
        // spread evenly over the deciles of what the model was learned from
        return told ? lately.driftFromEven(DECILES) : Double.NaN;
    }

    private static void addWhere(boolean wanted, long[] sum, long[] day) {
        if (wanted) {
            DaySums.add(sum, day);
        }
    }
}
