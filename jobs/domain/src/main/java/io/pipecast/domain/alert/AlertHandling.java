package io.pipecast.domain.alert;

import java.util.List;

/**
 * Who is told of an alert, and what people did about it. Instants are epoch milliseconds, {@link
 * #NEVER} for what has not happened.
 *
 * @param delivery whether it is news
 * @param because why it is not, or null
 * @param manager node id of the manager it goes to, or null before it was decided
 * @param rank importance × urgency when it was delivered, or NaN
 * @param deliveredAt when it was delivered
 * @param escalatedAt when its severity grew after the delivery
 * @param further what else is the matter with the deal: evidence of its other alerts
 * @param acknowledgedAt when somebody took note
 * @param acknowledgedBy who, or null
 * @param snoozedUntil until when nobody wants to hear of it
 * @param notUseful whether somebody called it not useful
 * @param actionOwner who is to act, or null
 * @param actionDue by when
 * @param doneAt when the action was done
 * @param note what was written about it last, or null
 */
public record AlertHandling(
        Delivery delivery,
        String because,
        String manager,
        double rank,
        long deliveredAt,
        long escalatedAt,
        List<String> further,
        long acknowledgedAt,
        String acknowledgedBy,
        long snoozedUntil,
        boolean notUseful,
        String actionOwner,
        long actionDue,
        long doneAt,
        String note) {
    /** What has not happened. */
    public static final long NEVER = Long.MIN_VALUE;

    /** Before anything was decided. */
    public static final AlertHandling NONE =
            new AlertHandling(
                    Delivery.PENDING,
                    null,
                    null,
                    Double.NaN,
                    NEVER,
                    NEVER,
                    List.of(),
                    NEVER,
                    null,
                    NEVER,
                    false,
                    null,
                    NEVER,
                    NEVER,
                    null);

    /**
     * The same as somebody may see it.
     *
     * @param as what the manager is called
     * @param evidence what may be seen of the deal's other alerts
     */
    public AlertHandling shown(String as, List<String> evidence) {
        return new AlertHandling(
                delivery,
                because,
                as,
                rank,
                deliveredAt,
                escalatedAt,
                evidence,
                acknowledgedAt,
                acknowledgedBy,
                snoozedUntil,
                notUseful,
                actionOwner,
                actionDue,
                doneAt,
                note);
    }

    /** How the reason begins for which an alert is held back whose feed is still. */
    public static final String FEED_IS_STILL = "held back, as its feed ";

    /** Whether it is held back because its feed is still. */
    public boolean isBehindAStillFeed() {
        return delivery == Delivery.HELD && because != null && because.startsWith(FEED_IS_STILL);
    }

    /** Whether an alert is news. */
    public enum Delivery {
        /** Not decided yet: alerts are delivered once on every working day. */
        PENDING,
        /** The manager is told. */
        DELIVERED,
        /** A line of the digest: less pressing than what was delivered, or a backlog. */
        DIGEST,
        /**
         * Another alert of the deal was delivered and carries it as further evidence, somebody
         * snoozed it, or its feed is still.
         */
        HELD
    }
}
