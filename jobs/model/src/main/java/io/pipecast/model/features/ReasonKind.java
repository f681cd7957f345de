package io.pipecast.model.features;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What people would call one reason: features that tell of the same thing. What they do to a chance
 * is summed, since correlated features share it arbitrarily.
 */
public enum ReasonKind {
    STAGE("stage", DealFeature.STAGE),
    TIME_IN_STAGE(
            "time in stage",
            DealFeature.TIME_IN_STAGE,
            DealFeature.WON_HAZARD,
            DealFeature.LOST_HAZARD),
    AGE("age", DealFeature.AGE, DealFeature.BEFORE_STAGE),
    PATH("path", DealFeature.STAGES_VISITED, DealFeature.VISITED, DealFeature.FORWARD_MOVES),
    SETBACKS("setbacks", DealFeature.BACKWARD_MOVES, DealFeature.REENTRIES, DealFeature.REOPENINGS),
    PUSHES(
            "pushes",
            DealFeature.PUSHES,
            DealFeature.PULLS,
            DealFeature.SINCE_PUSH,
            DealFeature.SLIP),
    CLOSE_DATE(
            "close date", DealFeature.DUE_IN, DealFeature.DUE_UNKNOWN, DealFeature.DUE_IN_PERIOD),
    AMOUNT("amount", DealFeature.AMOUNT, DealFeature.AMOUNT_OF_OWNER, DealFeature.AMOUNT_UNKNOWN),
    AMOUNT_CHANGES(
            "changes of the amount",
            DealFeature.AMOUNT_CHANGE,
            DealFeature.AMOUNT_INCREASES,
            DealFeature.AMOUNT_DECREASES,
            DealFeature.SINCE_AMOUNT_CHANGE),
    REPLIES(
            "buyer's replies",
            DealFeature.SINCE_INBOUND,
            DealFeature.INBOUND,
            DealFeature.INBOUND_NOW,
            DealFeature.INBOUND_LATELY),
    CONTACT(
            "contact with the buyer",
            DealFeature.SINCE_BUYER,
            DealFeature.BUYER_IN_STAGE,
            DealFeature.OUTBOUND,
            DealFeature.OUTBOUND_NOW,
            DealFeature.OUTBOUND_LATELY,
            DealFeature.CALLS,
            DealFeature.EMAILS,
            DealFeature.SINCE_CALL),
    MEETINGS(
            "meetings",
            DealFeature.SINCE_MEETING,
            DealFeature.MEETINGS,
            DealFeature.MEETINGS_NOW,
            DealFeature.MEETINGS_LATELY,
            DealFeature.MEETING_IN),
    INTERNAL_WORK(
            "internal work",
            DealFeature.SINCE_INTERNAL,
            DealFeature.INTERNAL,
            DealFeature.INTERNAL_NOW,
            DealFeature.INTERNAL_LATELY,
            DealFeature.INTERNAL_IN_STAGE,
            DealFeature.TASKS,
            DealFeature.SINCE_TASK),
    PLANS(
            "plans",
            DealFeature.PLANNED,
            DealFeature.PLANNED_NOW,
            DealFeature.PLANNED_LATELY,
            DealFeature.PLANNED_IN_STAGE,
            DealFeature.SINCE_PLANNED),
    ACTIVITY("activity", DealFeature.RATE, DealFeature.SINCE_ANY, DealFeature.LAST_TOUCH),
    TYPES("types of activity", DealFeature.ofTypes()),
    WHO_ACTS(
            "who acts",
            DealFeature.ACTOR_IS_OWNER,
            DealFeature.ACTOR_CHANGES,
            DealFeature.ACTOR_WON,
            DealFeature.ACTOR_LOST),
    OWNER("owner", DealFeature.OWNER_SINCE, DealFeature.OWNER_CHANGES, DealFeature.OWNER_UNKNOWN),
    OWNER_RECORD("owner's record", DealFeature.OWNER_WON, DealFeature.OWNER_LOST),
    TYPE(
            "type of deal",
            DealFeature.TYPE_NEW,
            DealFeature.TYPE_EXPANSION,
            DealFeature.TYPE_RENEWAL),
    CALENDAR("calendar", DealFeature.PERIOD_ELAPSED);

    private static final Map<DealFeature, ReasonKind> BY_FEATURE = byFeature();

    /** Name in rows and reports. */
    public final String key;

    private final List<DealFeature> features;

    ReasonKind(String key, DealFeature... features) {
        this(key, List.of(features));
    }

    ReasonKind(String key, List<DealFeature> features) {
        this.key = key;
        this.features = features;
    }

    private static Map<DealFeature, ReasonKind> byFeature() {
        Map<DealFeature, ReasonKind> kinds = new EnumMap<>(DealFeature.class);
        for (ReasonKind kind : values()) {
            kind.features.forEach(feature -> kinds.put(feature, kind));
        }
        return kinds;
    }

    /** Kind of a feature. */
    public static ReasonKind of(DealFeature feature) {
        return BY_FEATURE.get(feature);
    }

    /** The features of the kind; the first stands for those that no number tells. */
    public List<DealFeature> features() {
        return features;
    }
}
