package io.pipecast.codec.control;

/**
 * What a person did about an alert.
 *
 * @param actionId identity of the action
 * @param alertId the alert
 * @param opportunityId its deal
 * @param kind what was done
 * @param until end of a snooze or due date of an action, epoch milliseconds, or {@link #NONE}
 * @param owner who is to act, or null
 * @param note free text, or null
 * @param at epoch milliseconds
 * @param actor who
 */
public record AlertAction(
        String actionId,
        String alertId,
        String opportunityId,
        Kind kind,
        long until,
        String owner,
        String note,
        long at,
        String actor) {
    /** An action without an end or due date. */
    public static final long NONE = Long.MIN_VALUE;

    /** What was done. */
    public enum Kind {
        ACKNOWLEDGE,
        SNOOZE,
        NOT_USEFUL,
        ACTION,
        DONE
    }
}
