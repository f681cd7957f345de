package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * The life of the alerts of one deal; part of the deal's state. At most one alert per rule is
 * alive, from the first instant at which its rule holds to the first at which it does not. What is
 * stated is a function of the facts and the context: neither the granularity of the calls nor the
 * order in which facts arrived before a call matters. A deal older than any won deal is a zombie:
 * nothing new is raised for it but that it is one.
 */
public final class AlertBook {
    private static final List<DealRule> RULES = OpenAlerts.RULES;

    private final OpenAlerts open;
    private final ModelAlerts model;
    private long settledTo = Long.MIN_VALUE;
    private long version;
    private String feed;

    // not state: before the deadline found last, under its context, only a fact can change anything
    private AlertContext calmContext;
    private long calmBefore;

    /** A book of a deal of which nothing was settled. */
    public AlertBook() {
        this(List.of(), Long.MIN_VALUE, 0, new long[0]);
    }

    /**
     * The book with the state that {@link #openAlerts}, {@link #settledTo}, {@link #version} and
     * {@link #memory} returned.
     */
    public AlertBook(List<OpenAlert> alive, long settledTo, long version, long[] memory) {
        this.open = new OpenAlerts(alive);
        this.model = new ModelAlerts(open, memory);
        this.settledTo = settledTo;
        this.version = version;
    }

    /** An independent copy. */
    public AlertBook copy() {
        AlertBook copy = new AlertBook(openAlerts(), settledTo, version, memory());
        copy.feed = feed;
        return copy;
    }

    /** The feed that told of the deal first, or null where it is not known. */
    public String feed() {
        return feed;
    }

    /** Says which feed told of the deal first. */
    public void toldBy(String source) {
        feed = source;
    }

    /** The alerts alive at {@link #settledTo}. */
    public List<OpenAlert> openAlerts() {
        return open.list();
    }

    /** Instant up to which everything was stated, Long.MIN_VALUE at first. */
    public long settledTo() {
        return settledTo;
    }

    /** Number of statements made about the deal: the version of the last one. */
    public long version() {
        return version;
    }

    /** What a model said of the deal lately. */
    public long[] memory() {
        return model.memory();
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
        Moment now = moment(opportunityId, history, at, context, out);
        long deadline = settle(now, true);
        at = Math.min(deadline, history.nextAfter(at));
        while (at <= to && at < Long.MAX_VALUE) {
            DealView deal = history.viewAt(at, context.settings().stages());
            now.statements().about(deal);
            deadline = settle(new Moment(deal, at, context, now.statements()), false);
            at = Math.min(deadline, history.nextAfter(at));
        }
        calmContext = context;
        calmBefore = deadline;
        stated(now.statements());
    }

    private Moment moment(
            String id, DealHistory history, long at, AlertContext context, Consumer<Alert> out) {
        DealView deal = history.viewAt(at, context.settings().stages());
        long first = history.size() == 0 ? at : history.fact(0).time;
        return new Moment(
                deal, at, context, new Statements(id, feed, deal, context, version, first, out));
    }

    private void stated(Statements statements) {
        version = statements.version();
        model.told(statements);
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
     * States what the model says of the deal at a fiscal midnight: after everything up to it was
     * settled, once for each midnight, in their order. A model or policy that has just come into
     * force brings up a backlog.
     */
    public void judge(
            String opportunityId,
            DealHistory history,
            long at,
            Odds odds,
            AlertContext context,
            Consumer<Alert> out) {
        if (odds.trained() || model.isSpeaking()) {
            Moment now = moment(opportunityId, history, at, context, out);
            model.judge(odds, now);
            stated(now.statements());
        }
    }

    /**
     * Next instant after {@link #settledTo} at which something will be stated if no further fact
     * comes, or Long.MAX_VALUE: what the deal's timer is set to, together with {@link
     * DealHistory#nextAfter}. Midnights are looked at anyway.
     */
    public long nextDeadline(DealHistory history, AlertContext context) {
        if (context == calmContext) {
            return calmBefore;
        }
        DealView deal = history.viewAt(settledTo, context.settings().stages());
        long next = Long.MAX_VALUE;
        for (int i = 0; i < RULES.size(); i++) {
            DealRule rule = RULES.get(i);
            int severity = RuleClock.severity(rule, open.get(i), deal, settledTo, context);
            long ofRule = RuleClock.next(rule, open.get(i), severity, deal, settledTo, context);
            next = Math.min(next, ofRule);
        }
        return next;
    }

    /**
     * States what changes at an instant; returns the next deadline.
     *
     * @param contextIsNew whether a new context, not the deal or time, is what changed
     */
    private long settle(Moment now, boolean contextIsNew) {
        Alert.Resolution lapse =
                contextIsNew ? Alert.Resolution.RULE_CHANGED : Alert.Resolution.PROGRESS;
        boolean backlog = contextIsNew || now.statements().isFirstLook(now.at());
        long next = Long.MAX_VALUE;
        for (int i = 0; i < RULES.size(); i++) {
            DealRule rule = RULES.get(i);
            int severity =
                    RuleClock.severity(rule, open.get(i), now.deal(), now.at(), now.context());
            if (severity == 0 && open.get(i) != null) {
                Alert.Resolution why = RuleClock.resolution(now.deal(), lapse);
                open.end(i, now.at(), why, now.statements());
            } else if (severity > 0 && !(rule instanceof ChanceRule)) {
                int value = rule.value(now.deal(), now.context());
                open.hold(i, severity, value, now.at(), backlog, now);
            }
            long ofRule =
                    RuleClock.next(
                            rule, open.get(i), severity, now.deal(), now.at(), now.context());
            next = Math.min(next, ofRule);
        }
        return next;
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
        Moment now = moment(opportunityId, history, settledTo, context, out);
        for (int i = 0; i < RULES.size(); i++) {
            if (RULES.get(i) instanceof ChanceRule) {
                model.correct(i, now);
            } else {
                correct(i, correction, now);
            }
        }
        calmContext = null;
        stated(now.statements());
    }

    private void correct(int i, Correction correction, Moment now) {
        OpenAlert supported = correction.supported(RULES.get(i).rule());
        OpenAlert had = open.get(i);
        if (had != null && !correction.sameLife(had.raisedAt(), supported)) {
            Alert ended = correction.ending(had);
            open.end(
                    i,
                    ended == null ? settledTo : ended.resolvedAt(),
                    ended == null ? Alert.Resolution.WITHDRAWN : ended.resolution(),
                    now.statements());
        }
        if (supported != null) {
            long since = now.context().since();
            open.hold(
                    i,
                    supported.severity(),
                    supported.value(),
                    Math.max(supported.raisedAt(), since),
                    supported.raisedAt() <= since || supported.backlog(),
                    now);
        }
    }
}
