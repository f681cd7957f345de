package io.pipecast.model.features;

import java.util.List;

/**
 * What a model may look at: each a number read from the deal as it stands, by {@link DealReading}.
 * Times are days and −1 where it never happened or is not known; names are what documents carry.
 */
public enum DealFeature {
    STAGE("stage"),
    /** Business days in the current visit. */
    TIME_IN_STAGE("time in stage"),
    AGE("age"),
    /** Days from the creation to the entry into the stage. */
    BEFORE_STAGE("days before this stage"),
    STAGES_VISITED("stages visited"),
    /** Bit per stage. */
    VISITED("path"),
    FORWARD_MOVES("forward moves"),
    BACKWARD_MOVES("backward moves"),
    REENTRIES("re-entries"),
    REOPENINGS("reopenings"),
    PUSHES("pushes"),
    PULLS("pulls"),
    SINCE_PUSH("days since the last push"),
    /** Days the close date has moved altogether, later being positive. */
    SLIP("days slipped"),
    /** Days to the entered close date, negative when it has passed. */
    DUE_IN("days to the close date"),
    DUE_UNKNOWN("no close date"),
    DUE_IN_PERIOD("close date in this period"),
    /** Logarithm of the amount ÷ what is usual for deals of its type and currency. */
    AMOUNT("amount against its segment"),
    /** Logarithm of the amount ÷ what is usual for the owner's deals. */
    AMOUNT_OF_OWNER("amount against the owner's"),
    AMOUNT_UNKNOWN("no amount"),
    /** Logarithm of the amount ÷ the first amount. */
    AMOUNT_CHANGE("change of the amount"),
    AMOUNT_INCREASES("amount increases"),
    AMOUNT_DECREASES("amount decreases"),
    SINCE_AMOUNT_CHANGE("days since the amount changed"),
    OUTBOUND("outbound activities"),
    INBOUND("inbound activities"),
    INTERNAL("internal activities"),
    CALLS("calls"),
    EMAILS("emails"),
    MEETINGS("meetings"),
    TASKS("tasks"),
    SINCE_ANY("days since any activity"),
    SINCE_BUYER("days since a buyer-facing activity"),
    SINCE_INBOUND("days since the buyer replied"),
    SINCE_INTERNAL("days since an internal activity"),
    SINCE_CALL("days since a call"),
    SINCE_MEETING("days since a meeting"),
    SINCE_TASK("days since a task"),
    OUTBOUND_NOW("outbound in the last days"),
    INBOUND_NOW("inbound in the last days"),
    INTERNAL_NOW("internal in the last days"),
    MEETINGS_NOW("meetings in the last days"),
    PLANNED_NOW("planned in the last days"),
    OUTBOUND_LATELY("outbound in the last weeks"),
    INBOUND_LATELY("inbound in the last weeks"),
    INTERNAL_LATELY("internal in the last weeks"),
    MEETINGS_LATELY("meetings in the last weeks"),
    PLANNED_LATELY("planned in the last weeks"),
    /** Completed activities per day since creation. */
    RATE("activities per day"),
    /** Days to a booked meeting. */
    MEETING_IN("days to the booked meeting"),
    PLANNED("activities planned"),
    SINCE_PLANNED("days since one was planned"),
    /** What was last done or planned, as {@link io.pipecast.domain.deal.DealView#lastTouch}. */
    LAST_TOUCH("what was done or planned last"),
    BUYER_IN_STAGE("buyer-facing activities in this stage"),
    INTERNAL_IN_STAGE("internal activities in this stage"),
    PLANNED_IN_STAGE("activities planned in this stage"),
    ACTOR_IS_OWNER("the owner acted last"),
    ACTOR_CHANGES("changes of who acts"),
    OWNER_CHANGES("changes of owner"),
    OWNER_SINCE("days with this owner"),
    OWNER_UNKNOWN("no owner"),
    /** Logarithm of wins seen ÷ wins expected, shrunken. */
    OWNER_WON("the owner's record of wins"),
    OWNER_LOST("the owner's record of losses"),
    ACTOR_WON("the last actor's record of wins"),
    ACTOR_LOST("the last actor's record of losses"),
    TYPE_NEW("new business"),
    TYPE_EXPANSION("expansion"),
    TYPE_RENEWAL("renewal"),
    /** Share of the period's days that have passed. */
    PERIOD_ELAPSED("share of the period elapsed"),
    /** Logarithm of the hazard of winning by stage and time in it, over the days in question. */
    WON_HAZARD("stage and time in it, to win"),
    /** The same of losing. */
    LOST_HAZARD("stage and time in it, to lose"),
    /**
     * Activities by the types of {@link Records#types}, four features each, in this order. They are
     * the last: where no type is known, there are none.
     */
    TYPED_1_DONE("done of type 1"),
    TYPED_1_DONE_IN_STAGE("done in this stage of type 1"),
    TYPED_1_PLANNED("planned of type 1"),
    TYPED_1_SINCE("days since one of type 1"),
    TYPED_2_DONE("done of type 2"),
    TYPED_2_DONE_IN_STAGE("done in this stage of type 2"),
    TYPED_2_PLANNED("planned of type 2"),
    TYPED_2_SINCE("days since one of type 2"),
    TYPED_3_DONE("done of type 3"),
    TYPED_3_DONE_IN_STAGE("done in this stage of type 3"),
    TYPED_3_PLANNED("planned of type 3"),
    TYPED_3_SINCE("days since one of type 3"),
    TYPED_4_DONE("done of type 4"),
    TYPED_4_DONE_IN_STAGE("done in this stage of type 4"),
    TYPED_4_PLANNED("planned of type 4"),
    TYPED_4_SINCE("days since one of type 4"),
    TYPED_5_DONE("done of type 5"),
    TYPED_5_DONE_IN_STAGE("done in this stage of type 5"),
    TYPED_5_PLANNED("planned of type 5"),
    TYPED_5_SINCE("days since one of type 5"),
    TYPED_6_DONE("done of type 6"),
    TYPED_6_DONE_IN_STAGE("done in this stage of type 6"),
    TYPED_6_PLANNED("planned of type 6"),
    TYPED_6_SINCE("days since one of type 6"),
    TYPED_7_DONE("done of type 7"),
    TYPED_7_DONE_IN_STAGE("done in this stage of type 7"),
    TYPED_7_PLANNED("planned of type 7"),
    TYPED_7_SINCE("days since one of type 7"),
    TYPED_8_DONE("done of type 8"),
    TYPED_8_DONE_IN_STAGE("done in this stage of type 8"),
    TYPED_8_PLANNED("planned of type 8"),
    TYPED_8_SINCE("days since one of type 8");

    private static final DealFeature[] ALL = values();

    /** Features of an activity type. */
    public static final int OF_TYPE = 4;

    /** Number of features without those of activity types. */
    @SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
    public static final int UNTYPED = TYPED_1_DONE.ordinal();

    /** Number of features. */
    public static final int COUNT = ALL.length;

    /** Name in documents and explanations. */
    public final String label;

    DealFeature(String label) {
        this.label = label;
    }

    /** The activity type a feature tells of, −1 for others. */
    @SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
    public int typed() {
        return ordinal() < UNTYPED ? -1 : (ordinal() - UNTYPED) / OF_TYPE;
    }

    /** Features of activity types, those of one after those of another. */
    public static List<DealFeature> ofTypes() {
        return List.of(ALL).subList(UNTYPED, COUNT);
    }

    /** The feature of a label, or null. */
    public static DealFeature of(String label) {
        for (DealFeature feature : ALL) {
            if (feature.label.equals(label)) {
                return feature;
            }
        }
        return null;
    }
}
