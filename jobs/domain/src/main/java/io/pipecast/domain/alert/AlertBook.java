package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The life of the alerts of one deal; part of the deal's state. At most one alert per rule is
 * alive, from the first instant at which its rule holds to the first at which it does not. What is
 * stated is a function of the facts and the context: neither the granularity of the calls nor the
 * order in which facts arrived before a call matters. A deal older than any won deal is a zombie:
 * nothing new is raised for it.
 */
public final class AlertBook {
    private static final List<DealRule> RULES = DealRules.ALL;

    private final OpenAlert[] open = new OpenAlert[RULES.size()];
    private long settledTo = Long.MIN_VALUE;
    private long version;

    // not state: before the deadline found last, under its context, only a fact can change anything
    private AlertContext calmContext;
    private long calmBefore;

    /** A book of a deal of which nothing was settled. */
    public AlertBook() {}

    /**
     * The book with the state that {@link #openAlerts}, {@link #settledTo} and {@link #version}
     * returned.
     */
    public AlertBook(List<OpenAlert> alive, long settledTo, long version) {
        for (OpenAlert alert : alive) {
            open[indexOf(alert.rule())] = alert;
        }
        this.settledTo = settledTo;
        this.version = version;
    }

    private static int indexOf(AlertRule rule) {
        int i = 0;
        while (RULES.get(i).rule() != rule) {
            i++;
        }
        return i;
    }

    /** The alerts alive at {@link #settledTo}. */
    public List<OpenAlert> openAlerts() {
        List<OpenAlert> alive = new ArrayList<>(open.length);
        for (OpenAlert alert : open) {
            if (alert != null) {
                alive.add(alert);
            }
        }
        return alive;
    }

    /** Instant up to which everything was stated, Long.MIN_VALUE at first. */
    public long settledTo() {
        return settledTo;
    }

    /** Number of statements made about the deal: the version of the last one. */
    public long version() {
        return version;
    }

    /**
     * Walks from the instant settled before to {@code to}, through facts and deadlines in the order
     * of time, and states what was raised, updated and resolved on the way. Nothing happens when
     * {@code to} was settled before.
     *
     * @param to epoch milliseconds, not before {@link AlertContext#since}; facts before a new
     *     context are best settled with the old one first
     */
    public void advance(
            String opportunityId,
            DealHistory history,
            long to,
            AlertContext context,
            Consumer<Alert> out) {
        if (to <= settledTo) {
            return;
        }
        long fact = history.nextAfter(settledTo);
        if (context != calmContext || to >= Math.min(calmBefore, fact)) {
            walk(opportunityId, history, to, context, out);
        }
        settledTo = to;
    }

    private void walk(
            String opportunityId,
            DealHistory history,
            long to,
            AlertContext context,
            Consumer<Alert> out) {
        // a new context speaks from its first instant on, but never past a fact not settled yet
        boolean ahead = context.since() < history.nextAfter(settledTo);
        long at = Math.min(to, ahead ? Math.max(settledTo, context.since()) : settledTo);
        DealView deal = history.viewAt(at, context.settings().stages());
        Statements statements = new Statements(opportunityId, deal, context, version, out);
        long deadline = settle(deal, at, context, true, statements);
        at = Math.min(deadline, history.nextAfter(at));
        while (at <= to && at < Long.MAX_VALUE) {
            deal = history.viewAt(at, context.settings().stages());
            statements.about(deal);
            deadline = settle(deal, at, context, false, statements);
            at = Math.min(deadline, history.nextAfter(at));
        }
        calmContext = context;
        calmBefore = deadline;
        version = statements.version();
    }

    /**
     * Advances through every context that comes into force on the way, each from its own first
     * instant on.
     *
     * @param inForce the context at an instant, with a {@link AlertContext#since} not after it
     */
    public void advance(
            String opportunityId,
            DealHistory history,
            long to,
            LongFunction<AlertContext> inForce,
            Consumer<Alert> out) {
        AlertContext last = inForce.apply(to);
        if (last.since() > settledTo && last.since() <= to) {
            LongFunction<AlertContext> before = t -> inForce.apply(Math.min(t, last.since() - 1));
            advance(opportunityId, history, last.since(), before, out);
        }
        advance(opportunityId, history, to, last, out);
    }

    /**
     * Next instant after {@link #settledTo} at which something will be stated if no further fact
     * comes, or Long.MAX_VALUE: what the deal's timer is set to, together with {@link
     * DealHistory#nextAfter}.
     */
    public long nextDeadline(DealHistory history, AlertContext context) {
        if (context == calmContext) {
            return calmBefore;
        }
        DealView deal = history.viewAt(settledTo, context.settings().stages());
        long next = Long.MAX_VALUE;
        for (int i = 0; i < open.length; i++) {
            int severity = severity(i, deal, settledTo, context);
            next = Math.min(next, nextDeadline(i, severity, deal, settledTo, context));
        }
        return next;
    }

    /** When a rule reaches its next severity, always after {@code at}. */
    private long nextDeadline(int i, int severity, DealView deal, long at, AlertContext context) {
        if (severity == DealRule.MAX_SEVERITY) {
            return Long.MAX_VALUE;
        }
        long next = RULES.get(i).deadline(deal, context, severity + 1);
        // for a zombie the deadline may lie behind: it is never kept
        boolean zombie = open[i] == null && Math.max(at, next) >= context.zombieAt(deal);
        return zombie ? Long.MAX_VALUE : next;
    }

    /** How far past its limit a rule is at an instant: 0 while it does not hold, else 1 to 3. */
    private int severity(int i, DealView deal, long at, AlertContext context) {
        long raisedAt = open[i] == null ? at : open[i].raisedAt();
        int severity = 0;
        while (severity < DealRule.MAX_SEVERITY
                && RULES.get(i).deadline(deal, context, severity + 1) <= at) {
            severity++;
        }
        return raisedAt < context.zombieAt(deal) ? severity : 0;
    }

    /**
     * States what changes at an instant; returns the next deadline.
     *
     * @param contextIsNew whether a new context, not the deal or time, is what changed
     */
    private long settle(
            DealView deal,
            long at,
            AlertContext context,
            boolean contextIsNew,
            Statements statements) {
        Alert.Resolution lapse =
                contextIsNew ? Alert.Resolution.RULE_CHANGED : Alert.Resolution.PROGRESS;
        long next = Long.MAX_VALUE;
        for (int i = 0; i < open.length; i++) {
            int severity = severity(i, deal, at, context);
            if (severity > 0) {
                hold(i, severity, deal, at, contextIsNew, at, context, statements);
            } else if (open[i] != null) {
                statements.resolved(RULES.get(i), open[i], at, resolution(deal, lapse));
                open[i] = null;
            }
            next = Math.min(next, nextDeadline(i, severity, deal, at, context));
        }
        return next;
    }

    private static Alert.Resolution resolution(DealView deal, Alert.Resolution lapse) {
        if (deal.removed) {
            return Alert.Resolution.REMOVED;
        }
        if (deal.outcome == Outcome.OPEN) {
            return lapse;
        }
        return deal.outcome == Outcome.WON ? Alert.Resolution.WON : Alert.Resolution.LOST;
    }

    private void hold(
            int i,
            int severity,
            DealView deal,
            long raisedAt,
            boolean backlog,
            long at,
            AlertContext context,
            Statements statements) {
        DealRule rule = RULES.get(i);
        long since = rule.since(deal, context);
        int limit = rule.limit(deal, context);
        String source = rule.source(deal, context);
        OpenAlert had = open[i];
        if (had == null) {
            String stage =
                    deal.stage < 0 ? null : context.settings().stages().get(deal.stage).name();
            open[i] =
                    new OpenAlert(
                            rule.rule(),
                            raisedAt,
                            severity,
                            since,
                            limit,
                            source,
                            stage,
                            deal.owner,
                            deal.closeDate,
                            backlog);
            statements.alive(Alert.Status.RAISED, rule, open[i], at);
            return;
        }
        open[i] = had.measured(severity, since, limit, source);
        if (!open[i].equals(had)) {
            statements.alive(Alert.Status.UPDATED, rule, open[i], at);
        }
    }

    /**
     * Sets right what was stated, after a fact at or before {@link #settledTo} arrived. An open
     * alert that the corrected history does not support is resolved as WITHDRAWN; one that it ended
     * earlier is resolved then, for its own reason; one that it supports and that was not stated is
     * raised with its own raisedAt. Alerts resolved before stay as they were.
     */
    public void correct(
            String opportunityId, DealHistory history, AlertContext context, Consumer<Alert> out) {
        Correction correction = new Correction(opportunityId, history, settledTo, context);
        DealView deal = history.viewAt(settledTo, context.settings().stages());
        Statements statements = new Statements(opportunityId, deal, context, version, out);
        for (int i = 0; i < open.length; i++) {
            DealRule rule = RULES.get(i);
            OpenAlert supported = correction.supported(rule.rule());
            if (open[i] != null && !correction.sameLife(open[i].raisedAt(), supported)) {
                Alert ended = correction.ending(open[i]);
                statements.resolved(
                        rule,
                        open[i],
                        ended == null ? settledTo : ended.resolvedAt(),
                        ended == null ? Alert.Resolution.WITHDRAWN : ended.resolution());
                open[i] = null;
            }
            if (supported != null) {
                long raisedAt = Math.max(supported.raisedAt(), context.since());
                boolean backlog = supported.raisedAt() <= context.since();
                hold(
                        i,
                        supported.severity(),
                        deal,
                        raisedAt,
                        backlog,
                        settledTo,
                        context,
                        statements);
            }
        }
        calmContext = null;
        version = statements.version();
    }
}
