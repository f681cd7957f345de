package io.pipecast.model.features;

import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.RecentActivity;
import io.pipecast.domain.deal.TypedActivities;
import java.util.List;

/**
 * Reads the {@link DealFeature}s off a deal. What depends on what was learned of people and amounts
 * comes from {@link Records}; the two hazards are left to the scorer. Pure, allocates nothing.
 */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
public final class DealReading {
    private static final double DAY_MILLIS = 86_400_000;
    private static final int CALL = ActivityCode.Kind.CALL.ordinal();
    private static final int EMAIL = ActivityCode.Kind.EMAIL.ordinal();
    private static final int MEETING = ActivityCode.Kind.MEETING.ordinal();
    private static final int TASK = ActivityCode.Kind.TASK.ordinal();

    private DealReading() {}

    /**
     * Reads everything the deal itself says.
     *
     * @param deal open, as of the instant
     * @param out by {@link DealFeature} ordinal; AMOUNT is left as the logarithm of the amount in
     *     minor units, 0 where there is none
     */
    public static void read(DealView deal, AsOf asOf, double[] out) {
        readPath(deal, asOf, out);
        readDates(deal, asOf, out);
        readAmount(deal, asOf.instant, out);
        readActivity(deal, asOf.instant, out);
        readRecency(deal, asOf.instant, out);
        readPeople(deal, asOf.instant, out);
        set(out, DealFeature.TYPE_NEW, deal.dealType == DealType.NEW ? 1 : 0);
        set(out, DealFeature.TYPE_EXPANSION, deal.dealType == DealType.EXPANSION ? 1 : 0);
        set(out, DealFeature.TYPE_RENEWAL, deal.dealType == DealType.RENEWAL ? 1 : 0);
    }

    private static void readPath(DealView deal, AsOf asOf, double[] out) {
        long at = asOf.instant;
        int stage = deal.stage >= 0 ? deal.stage : deal.lastOpenStage;
        double inStage =
                deal.stageEnteredAt == DealView.UNKNOWN
                        ? -1
                        : asOf.calendar.businessDays(deal.stageEnteredAt, at);
        set(out, DealFeature.STAGE, stage);
        set(out, DealFeature.TIME_IN_STAGE, inStage);
        set(out, DealFeature.AGE, since(deal.createdAt, at));
        boolean known = deal.createdAt != DealView.UNKNOWN && inStage >= 0;
        set(out, DealFeature.BEFORE_STAGE, known ? since(deal.createdAt, deal.stageEnteredAt) : -1);
        set(out, DealFeature.STAGES_VISITED, Long.bitCount(deal.visitedStages));
        set(out, DealFeature.VISITED, deal.visitedStages);
        set(out, DealFeature.FORWARD_MOVES, deal.forwardMoves);
        set(out, DealFeature.BACKWARD_MOVES, deal.backwardMoves);
        set(out, DealFeature.REENTRIES, deal.reentries);
        set(out, DealFeature.REOPENINGS, deal.reopenings);
    }

    private static void readDates(DealView deal, AsOf asOf, double[] out) {
        boolean due = deal.closeDate != DealView.UNKNOWN;
        set(out, DealFeature.PUSHES, deal.pushes);
        set(out, DealFeature.PULLS, deal.pulls);
        set(out, DealFeature.SINCE_PUSH, since(deal.lastPushAt, asOf.instant));
        boolean slips = due && deal.firstCloseDate != DealView.UNKNOWN;
        set(out, DealFeature.SLIP, slips ? deal.closeDate - deal.firstCloseDate : 0);
        set(out, DealFeature.DUE_IN, due ? deal.closeDate - asOf.day : 0);
        set(out, DealFeature.DUE_UNKNOWN, due ? 0 : 1);
        boolean inPeriod =
                due
                        && deal.closeDate >= asOf.current.startDay()
                        && deal.closeDate < asOf.current.endDay();
        set(out, DealFeature.DUE_IN_PERIOD, inPeriod ? 1 : 0);
        double length = asOf.current.endDay() - asOf.current.startDay();
        set(out, DealFeature.PERIOD_ELAPSED, (asOf.day - asOf.current.startDay()) / length);
    }

    private static void readAmount(DealView deal, long at, double[] out) {
        boolean known = deal.amount != DealView.UNKNOWN && deal.amount > 0;
        boolean changed = known && deal.firstAmount != DealView.UNKNOWN && deal.firstAmount > 0;
        double log = known ? QuickLog.ofNext(deal.amount) : 0;
        set(out, DealFeature.AMOUNT, log);
        set(out, DealFeature.AMOUNT_UNKNOWN, known ? 0 : 1);
        set(
                out,
                DealFeature.AMOUNT_CHANGE,
                changed && deal.amount != deal.firstAmount
                        ? log - QuickLog.ofNext(deal.firstAmount)
                        : 0);
        set(out, DealFeature.AMOUNT_INCREASES, deal.amountIncreases);
        set(out, DealFeature.AMOUNT_DECREASES, deal.amountDecreases);
        set(out, DealFeature.SINCE_AMOUNT_CHANGE, since(deal.lastAmountChangeAt, at));
    }

    private static void readActivity(DealView deal, long at, double[] out) {
        set(out, DealFeature.OUTBOUND, deal.buyerActivities - deal.inboundActivities);
        set(out, DealFeature.INBOUND, deal.inboundActivities);
        set(out, DealFeature.INTERNAL, deal.internalActivities);
        set(out, DealFeature.CALLS, deal.completedByKind[CALL]);
        set(out, DealFeature.EMAILS, deal.completedByKind[EMAIL]);
        set(out, DealFeature.MEETINGS, deal.completedByKind[MEETING]);
        set(out, DealFeature.TASKS, deal.completedByKind[TASK]);
        set(out, DealFeature.LAST_TOUCH, deal.lastTouch);
        set(out, DealFeature.BUYER_IN_STAGE, deal.buyerInStage);
        set(out, DealFeature.INTERNAL_IN_STAGE, deal.internalInStage);
        set(out, DealFeature.PLANNED_IN_STAGE, deal.plannedInStage);
        set(out, DealFeature.PLANNED, deal.plannedActivities);
        double age = Math.max(0, out[DealFeature.AGE.ordinal()]);
        set(out, DealFeature.RATE, (deal.buyerActivities + deal.internalActivities) / (1 + age));
        boolean booked = deal.meetingAt != DealView.UNKNOWN && deal.meetingAt >= at;
        set(out, DealFeature.MEETING_IN, booked ? since(at, deal.meetingAt) : -1);
        for (int series = 0; series < RecentActivity.COUNT; series++) {
            out[DealFeature.OUTBOUND_NOW.ordinal() + series] = deal.recent.fast(series, at);
            out[DealFeature.OUTBOUND_LATELY.ordinal() + series] = deal.recent.slow(series, at);
        }
    }

    private static void readRecency(DealView deal, long at, double[] out) {
        set(out, DealFeature.SINCE_ANY, since(deal.lastActivityAt, at));
        set(out, DealFeature.SINCE_BUYER, since(deal.lastBuyerAt, at));
        set(out, DealFeature.SINCE_INBOUND, since(deal.lastInboundAt, at));
        set(out, DealFeature.SINCE_INTERNAL, since(deal.lastInternalAt, at));
        set(out, DealFeature.SINCE_CALL, since(deal.lastByKind[CALL], at));
        set(out, DealFeature.SINCE_MEETING, since(deal.lastByKind[MEETING], at));
        set(out, DealFeature.SINCE_TASK, since(deal.lastByKind[TASK], at));
        set(out, DealFeature.SINCE_PLANNED, since(deal.lastPlannedAt, at));
    }

    private static void readPeople(DealView deal, long at, double[] out) {
        boolean same = deal.lastActor != null && deal.lastActor.equals(deal.owner);
        set(out, DealFeature.ACTOR_IS_OWNER, same ? 1 : 0);
        set(out, DealFeature.ACTOR_CHANGES, deal.actorChanges);
        set(out, DealFeature.OWNER_CHANGES, deal.ownerChanges);
        set(out, DealFeature.OWNER_SINCE, since(deal.ownerSince, at));
        set(out, DealFeature.OWNER_UNKNOWN, deal.owner == null ? 1 : 0);
    }

    /**
     * Reads the activities of each type.
     *
     * @param types names of types, in the order of their features
     * @param at epoch milliseconds
     */
    public static void readTypes(DealView deal, List<String> types, long at, double[] out) {
        for (int i = 0; i < types.size(); i++) {
            int from = DealFeature.UNTYPED + i * DealFeature.OF_TYPE;
            TypedActivities.OfType of = deal.typed.of(types.get(i));
            out[from] = of == null ? 0 : of.done();
            out[from + 1] = of == null ? 0 : of.doneInStage();
            out[from + 2] = of == null ? 0 : of.planned();
            out[from + 3] = of == null ? -1 : since(of.lastDoneAt(), at);
        }
    }

    private static double since(long past, long at) {
        return past == DealView.UNKNOWN ? -1 : Math.max(0, (at - past) / DAY_MILLIS);
    }

    private static void set(double[] out, DealFeature feature, double value) {
        out[feature.ordinal()] = value;
    }
}
