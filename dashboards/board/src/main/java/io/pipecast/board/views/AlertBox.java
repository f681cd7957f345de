package io.pipecast.board.views;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import java.util.Locale;

/** Where an open alert lies: what waits for somebody is apart from what does not. */
public enum AlertBox {
    /** Delivered, and nobody has taken note yet, or what was promised is overdue. */
    WAITING,
    /** Delivered, and somebody has taken note, snoozed it, promised to act or called it useless. */
    HANDLED,
    /** No news: less pressing, a backlog, or not decided yet. */
    DIGEST,
    /** Held back because the feed it depends on is still. */
    HELD,
    /** Another alert of the deal says it as further evidence. */
    CARRIED;

    private static final long WEEK_MILLIS = 7L * 86_400_000;

    /** Value of the parameter {@code show}. */
    public final String key = name().toLowerCase(Locale.ROOT);

    /**
     * The box of an alert that is alive.
     *
     * @param now the newest instant known, epoch milliseconds
     */
    public static AlertBox of(Alert alert, long now) {
        AlertHandling how = alert.handling();
        if (how.delivery() == Delivery.DELIVERED) {
            return isTaken(how, now) ? HANDLED : WAITING;
        }
        if (how.delivery() != Delivery.HELD) {
            return DIGEST;
        }
        if (how.snoozedUntil() > now) {
            return HANDLED;
        }
        return how.isBehindAStillFeed() ? HELD : CARRIED;
    }

    /** Whether an alert was delivered in the week before an instant. */
    public static boolean isFresh(Alert alert, long now) {
        return alert.handling().deliveredAt() > now - WEEK_MILLIS;
    }

    private static boolean isTaken(AlertHandling how, long now) {
        if (how.actionOwner() != null && how.doneAt() == AlertHandling.NEVER) {
            return how.actionDue() == AlertHandling.NEVER || how.actionDue() > now;
        }
        return how.acknowledgedAt() != AlertHandling.NEVER
                || how.notUseful()
                || how.actionOwner() != null;
    }
}
