package io.pipecast.streaming.deliver;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import java.util.List;

/** Steps from one {@link AlertHandling} to the next: pure functions. */
final class Handling {
    private static final long NEVER = AlertHandling.NEVER;

    private Handling() {}

    /** The same with nothing done about it. */
    static AlertHandling undone(AlertHandling h) {
        return done(h, NEVER, null, NEVER, false, null, NEVER, NEVER, null);
    }

    /** After somebody did something. */
    static AlertHandling after(AlertHandling h, AlertAction action) {
        String note = action.note() == null ? h.note() : action.note();
        long at = action.at();
        return switch (action.kind()) {
            case ACKNOWLEDGE -> acknowledged(h, at, action.actor(), note);
            case SNOOZE -> snoozed(h, action.until(), note);
            case NOT_USEFUL -> notUseful(h, note);
            case ACTION -> promised(h, action, NEVER, note);
            case DONE -> promised(h, null, at, note);
        };
    }

    private static AlertHandling acknowledged(AlertHandling h, long at, String by, String note) {
        return done(
                h,
                at,
                by,
                h.snoozedUntil(),
                h.notUseful(),
                h.actionOwner(),
                h.actionDue(),
                h.doneAt(),
                note);
    }

    private static AlertHandling snoozed(AlertHandling h, long until, String note) {
        return done(
                h,
                h.acknowledgedAt(),
                h.acknowledgedBy(),
                until,
                h.notUseful(),
                h.actionOwner(),
                h.actionDue(),
                h.doneAt(),
                note);
    }

    private static AlertHandling notUseful(AlertHandling h, String note) {
        return done(
                h,
                h.acknowledgedAt(),
                h.acknowledgedBy(),
                h.snoozedUntil(),
                true,
                h.actionOwner(),
                h.actionDue(),
                h.doneAt(),
                note);
    }

    /** An action that somebody promised, or with null for the action, that it is done. */
    private static AlertHandling promised(
            AlertHandling h, AlertAction action, long doneAt, String note) {
        String owner = action == null ? h.actionOwner() : action.owner();
        return done(
                h,
                h.acknowledgedAt(),
                h.acknowledgedBy(),
                h.snoozedUntil(),
                h.notUseful(),
                action != null && owner == null ? action.actor() : owner,
                action == null ? h.actionDue() : action.until(),
                doneAt,
                note);
    }

    private static AlertHandling done(
            AlertHandling h,
            long acknowledgedAt,
            String acknowledgedBy,
            long snoozedUntil,
            boolean notUseful,
            String actionOwner,
            long actionDue,
            long doneAt,
            String note) {
        return new AlertHandling(
                h.delivery(),
                h.because(),
                h.manager(),
                h.rank(),
                h.deliveredAt(),
                h.escalatedAt(),
                h.further(),
                acknowledgedAt,
                acknowledgedBy,
                snoozedUntil,
                notUseful,
                actionOwner,
                actionDue,
                doneAt,
                note);
    }

    /** After a decision. */
    static AlertHandling decided(
            AlertHandling h,
            Delivery delivery,
            String because,
            String manager,
            double rank,
            long deliveredAt,
            long escalatedAt,
            List<String> further) {
        return new AlertHandling(
                delivery,
                because,
                manager,
                rank,
                deliveredAt,
                escalatedAt,
                further,
                h.acknowledgedAt(),
                h.acknowledgedBy(),
                h.snoozedUntil(),
                h.notUseful(),
                h.actionOwner(),
                h.actionDue(),
                h.doneAt(),
                h.note());
    }
}
