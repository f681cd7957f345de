package io.pipecast.streaming.deliver;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertStakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One alert on its way from raised to resolved: what was stated, decided and done about it. */
public final class AlertCase {
    private static final Comparator<AlertAction> ORDER =
            Comparator.comparingLong(AlertAction::at).thenComparing(AlertAction::actionId);

    private static final String SNOOZED = "snoozed";

    /** Versions kept free for rows between two statements. */
    private static final int ROWS = 1024;

    Alert stated;
    AlertHandling handling;
    final List<AlertAction> actions;

    /** Rows published since the newest statement. */
    private int rows;

    /**
     * A case.
     *
     * @param stated the newest statement
     * @param handling what was decided about it and, by the actions, done
     * @param actions what people did, in any order
     * @param rows published since the newest statement
     */
    public AlertCase(Alert stated, AlertHandling handling, List<AlertAction> actions, int rows) {
        this.rows = rows;
        this.stated = stated;
        this.handling = handling;
        this.actions = new ArrayList<>(actions);
        this.actions.sort(ORDER);
    }

    /** An independent copy. */
    AlertCase copy() {
        return new AlertCase(stated, handling, actions, rows);
    }

    /** The newest statement. */
    public Alert stated() {
        return stated;
    }

    /** What was decided and done. */
    public AlertHandling handling() {
        return handling;
    }

    /** What people did, in the order of their time. */
    public List<AlertAction> actions() {
        return List.copyOf(actions);
    }

    /** Rows published since the newest statement. */
    public int rows() {
        return rows;
    }

    /** Takes a newer statement in. */
    void state(Alert statement) {
        stated = statement;
        rows = 0;
    }

    /**
     * The row to be published. Its version grows with every statement about the deal, and within
     * one with every row.
     */
    Alert row(AlertStakes stakes) {
        rows = Math.min(rows + 1, ROWS - 1);
        return stated.handled(stated.version() * ROWS + rows, stated.status(), stakes, handling);
    }

    boolean isDelivered() {
        return handling.delivery() == Delivery.DELIVERED;
    }

    /** Whether it was delivered, and nobody wants to hear of it for now. */
    boolean isAsleep() {
        return handling.delivery() == Delivery.HELD && SNOOZED.equals(handling.because());
    }

    /** Holds a delivered alert back that was snoozed, or delivers it again. */
    void sleep(boolean asleep) {
        AlertHandling h = handling;
        handling =
                Handling.decided(
                        h,
                        asleep ? Delivery.HELD : Delivery.DELIVERED,
                        asleep ? SNOOZED : null,
                        h.manager(),
                        h.rank(),
                        h.deliveredAt(),
                        h.escalatedAt(),
                        h.further());
    }

    /** Whether somebody promised to act and has not yet said that it is done. */
    boolean isPromised() {
        return handling.actionOwner() != null && handling.doneAt() == AlertHandling.NEVER;
    }

    /** Whether it may be news at an instant. */
    boolean mayBeNews(long at) {
        return !stated.backlog()
                && !stated.rule().isForTheDigest()
                && !handling.notUseful()
                && handling.snoozedUntil() <= at;
    }

    /** Takes an action in; false when it was known. */
    boolean take(AlertAction action) {
        if (actions.stream().anyMatch(a -> a.actionId().equals(action.actionId()))) {
            return false;
        }
        actions.add(action);
        actions.sort(ORDER);
        fold();
        return true;
    }

    /** What was done follows from the set of actions, in the order of their time. */
    private void fold() {
        AlertHandling h = Handling.undone(handling);
        for (AlertAction action : actions) {
            h = Handling.after(h, action);
        }
        handling = h;
    }
}
