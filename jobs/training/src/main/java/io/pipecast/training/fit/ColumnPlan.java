package io.pipecast.training.fit;

import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.model.features.Columns;
import io.pipecast.model.features.Columns.Kind;
import io.pipecast.model.features.DealFeature;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What a linear model may look at, before what does not vary is left out. */
final class ColumnPlan {
    private static final EnumSet<DealFeature> TIMES =
            EnumSet.of(
                    DealFeature.TIME_IN_STAGE,
                    DealFeature.AGE,
                    DealFeature.BEFORE_STAGE,
                    DealFeature.SINCE_PUSH,
                    DealFeature.SINCE_AMOUNT_CHANGE,
                    DealFeature.SINCE_ANY,
                    DealFeature.SINCE_BUYER,
                    DealFeature.SINCE_INBOUND,
                    DealFeature.SINCE_INTERNAL,
                    DealFeature.SINCE_CALL,
                    DealFeature.SINCE_MEETING,
                    DealFeature.SINCE_TASK,
                    DealFeature.SINCE_PLANNED,
                    DealFeature.MEETING_IN,
                    DealFeature.OWNER_SINCE);

    private static final EnumSet<DealFeature> COUNTS =
            EnumSet.of(
                    DealFeature.STAGES_VISITED,
                    DealFeature.FORWARD_MOVES,
                    DealFeature.BACKWARD_MOVES,
                    DealFeature.REENTRIES,
                    DealFeature.REOPENINGS,
                    DealFeature.PUSHES,
                    DealFeature.PULLS,
                    DealFeature.AMOUNT_INCREASES,
                    DealFeature.AMOUNT_DECREASES,
                    DealFeature.OUTBOUND,
                    DealFeature.INBOUND,
                    DealFeature.INTERNAL,
                    DealFeature.CALLS,
                    DealFeature.EMAILS,
                    DealFeature.MEETINGS,
                    DealFeature.TASKS,
                    DealFeature.OUTBOUND_NOW,
                    DealFeature.INBOUND_NOW,
                    DealFeature.INTERNAL_NOW,
                    DealFeature.MEETINGS_NOW,
                    DealFeature.PLANNED_NOW,
                    DealFeature.OUTBOUND_LATELY,
                    DealFeature.INBOUND_LATELY,
                    DealFeature.INTERNAL_LATELY,
                    DealFeature.MEETINGS_LATELY,
                    DealFeature.PLANNED_LATELY,
                    DealFeature.RATE,
                    DealFeature.PLANNED,
                    DealFeature.BUYER_IN_STAGE,
                    DealFeature.INTERNAL_IN_STAGE,
                    DealFeature.PLANNED_IN_STAGE,
                    DealFeature.ACTOR_CHANGES,
                    DealFeature.OWNER_CHANGES);

    private static final EnumSet<DealFeature> PLAIN =
            EnumSet.of(
                    DealFeature.DUE_UNKNOWN,
                    DealFeature.DUE_IN_PERIOD,
                    DealFeature.AMOUNT,
                    DealFeature.AMOUNT_OF_OWNER,
                    DealFeature.AMOUNT_UNKNOWN,
                    DealFeature.AMOUNT_CHANGE,
                    DealFeature.ACTOR_IS_OWNER,
                    DealFeature.OWNER_UNKNOWN,
                    DealFeature.OWNER_WON,
                    DealFeature.OWNER_LOST,
                    DealFeature.ACTOR_WON,
                    DealFeature.ACTOR_LOST,
                    DealFeature.TYPE_NEW,
                    DealFeature.TYPE_EXPANSION,
                    DealFeature.TYPE_RENEWAL,
                    DealFeature.PERIOD_ELAPSED);

    private static final double PLAIN_BOUND = 4;

    /** Bound of what is held within what was seen, until that is known. */
    private static final double OPEN = Double.POSITIVE_INFINITY;

    private static final int TOUCHES = 2 * ActivityCode.Kind.values().length;
    private static final double SLIP_BOUND = 180;
    private static final double[] DUE_BOUNDS = {7, 21, 60, 180};

    private final List<Kind> kinds = new ArrayList<>();
    private final List<DealFeature> features = new ArrayList<>();
    private final List<Integer> stages = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();

    private ColumnPlan() {}

    /** All columns for a number of stages. */
    static Columns of(int stages) {
        ColumnPlan plan = new ColumnPlan();
        PLAIN.forEach(f -> plan.add(Kind.PLAIN, f, 0, PLAIN_BOUND));
        COUNTS.forEach(f -> plan.add(Kind.LOG, f, 0, OPEN));
        for (DealFeature time : TIMES) {
            plan.add(Kind.LOG, time, 0, OPEN);
            plan.add(Kind.BELOW, time, 0, 0);
        }
        DealFeature.ofTypes().forEach(f -> plan.add(Kind.LOG, f, 0, OPEN));
        plan.add(Kind.PLAIN, DealFeature.SLIP, 0, SLIP_BOUND);
        plan.add(Kind.BELOW, DealFeature.DUE_IN, 0, 0);
        for (double bound : DUE_BOUNDS) {
            plan.add(Kind.UP_TO, DealFeature.DUE_IN, 0, bound);
        }
        for (int touch = 0; touch < TOUCHES; touch++) {
            plan.add(Kind.IS, DealFeature.LAST_TOUCH, touch, 0);
        }
        for (int stage = 0; stage < stages; stage++) {
            plan.add(Kind.IN_STAGE, DealFeature.STAGE, stage, OPEN);
            plan.add(Kind.VISITED, DealFeature.VISITED, stage, 0);
            plan.add(Kind.LOG_IN_STAGE, DealFeature.TIME_IN_STAGE, stage, OPEN);
            plan.add(Kind.LOG_IN_STAGE, DealFeature.SINCE_ANY, stage, OPEN);
            plan.add(Kind.LOG_IN_STAGE, DealFeature.AGE, stage, OPEN);
        }
        return plan.columns();
    }

    private void add(Kind kind, DealFeature feature, int stage, double bound) {
        kinds.add(kind);
        features.add(feature);
        stages.add(stage);
        bounds.add(bound);
    }

    private Columns columns() {
        return new Columns(
                kinds.toArray(Kind[]::new),
                features.toArray(DealFeature[]::new),
                stages.stream().mapToInt(i -> i).toArray(),
                bounds.stream().mapToDouble(i -> i).toArray());
    }
}
