package io.pipecast.streaming.deliver;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.organization.Organization;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Decides which alerts are news: takes what is stated about deals in the order of its time, and
 * once on every working day tells each manager of the most pressing deals within the budget of the
 * week. A deal with several alerts is one delivery: its strongest alert carries the others as
 * further evidence. What is decided follows from the statements, the organization, the policies and
 * the actions alone. No framework in here. Instants are epoch milliseconds.
 */
public final class DeliveryDesk {
    private static final long NEVER = AlertHandling.NEVER;
    private static final int MOST_EARLY = 10_000;

    private static final Comparator<Waiting> ORDER =
            Comparator.comparingLong(Waiting::at)
                    .thenComparing(w -> w.statement.opportunityId())
                    .thenComparingLong(w -> w.statement.version());

    /**
     * A statement whose time has not come.
     *
     * @param at its time, not before that of an earlier statement about the deal
     */
    private record Waiting(long at, Alert statement) {}

    private final LongFunction<DeliveryPolicy> policies;
    private final DeliveryTimes times;
    private final Consumer<Alert> out;
    private final TreeSet<Waiting> waiting = new TreeSet<>(ORDER);
    private final Map<String, DealCase> deals = new TreeMap<>();
    private final StillFeeds still = new StillFeeds();
    private final Decisions decisions;
    private final List<AlertAction> early = new ArrayList<>();
    private long clock = NEVER;

    /**
     * A desk.
     *
     * @param policies what is in force at an instant
     * @param out takes the rows that are published
     */
    public DeliveryDesk(
            Organization organization,
            LongFunction<DeliveryPolicy> policies,
            DeliveryTimes times,
            Consumer<Alert> out) {
        this.decisions = new Decisions(organization, times, still, this::publish);
        this.policies = policies;
        this.times = times;
        this.out = out;
    }

    /**
     * Takes a statement in; it counts once {@link #advance} has passed its time. Statements about
     * one deal come in the order they were made; what comes again counts once.
     */
    public void take(Alert statement) {
        DealCase deal = deals.computeIfAbsent(statement.opportunityId(), DealCase::new);
        deal.takenAt = Math.max(deal.takenAt, statement.statedAt());
        waiting.add(new Waiting(deal.takenAt, statement));
    }

    /** Takes in what somebody did; it counts at once. */
    public void take(AlertAction action) {
        DealCase deal = deals.get(action.opportunityId());
        AlertCase alert = deal == null ? null : deal.alerts.get(action.alertId());
        if (alert == null) {
            keepEarly(action);
        } else if (alert.take(action)) {
            if (alert.isDelivered() && alert.handling.snoozedUntil() > clock) {
                alert.sleep(true);
            }
            publish(deal, alert);
            forget(deal, alert);
        }
    }

    /** Keeps what was done about an alert that is not known yet; of very many the newest. */
    private void keepEarly(AlertAction action) {
        if (early.stream().noneMatch(a -> a.actionId().equals(action.actionId()))) {
            early.add(action);
        }
        if (early.size() > MOST_EARLY) {
            early.remove(0);
        }
    }

    /** Lets time pass up to an instant: counts what was stated, and decides on the way. */
    public void advance(long to) {
        // what one task has stated ahead of the watermark says nothing of what another has yet to
        if (clock == NEVER && !waiting.isEmpty() && waiting.first().at <= to) {
            clock = waiting.first().at - 1;
        }
        while (clock != NEVER && !(waiting.isEmpty() && deals.isEmpty())) {
            long decision = times.next(clock, policies.apply(clock).hour());
            count(Math.min(decision, to));
            if (decision > to) {
                break;
            }
            decisions.decide(deals.values(), decision, policies.apply(decision));
            clock = decision;
        }
        clock = clock == NEVER ? NEVER : Math.max(clock, to);
    }

    private void count(long to) {
        while (!waiting.isEmpty() && waiting.first().at <= to) {
            count(waiting.pollFirst().statement);
        }
    }

    private void count(Alert statement) {
        DealCase deal = deals.get(statement.opportunityId());
        if (statement.version() <= deal.counted) {
            return;
        }
        deal.counted = statement.version();
        AlertCase alert = deal.alerts.get(statement.alertId());
        deal.stakes =
                statement.stakes().equals(AlertStakes.NONE) ? deal.stakes : statement.stakes();
        if (alert == null) {
            raise(deal, statement);
            heed(statement);
            // what began before this task kept alerts may end in it
            forget(deal, deal.alerts.get(statement.alertId()));
            return;
        }
        boolean same = statement.isAlive() && measuredAlike(statement, alert.stated);
        escalate(alert, statement);
        alert.state(statement);
        if (!same) {
            publish(deal, alert);
        }
        heed(statement);
        forget(deal, alert);
    }

    /** Holds back, or lets go, what a feed tells of that is stale or is it no more. */
    private void heed(Alert statement) {
        if (still.take(statement)) {
            deals.values().forEach(decisions::hold);
        }
    }

    private void raise(DealCase deal, Alert statement) {
        // a silent feed is told of at once, whatever the hour
        boolean atOnce =
                statement.subject().kind() == AlertSubject.Kind.FEED && !statement.backlog();
        String held = still.reason(statement);
        Delivery begins = held == null ? Delivery.PENDING : Delivery.HELD;
        AlertHandling handling =
                Handling.decided(
                        AlertHandling.NONE,
                        atOnce ? Delivery.DELIVERED : begins,
                        held,
                        decisions.managerOf(statement),
                        Double.NaN,
                        atOnce ? statement.statedAt() : NEVER,
                        NEVER,
                        List.of());
        AlertCase alert = new AlertCase(statement, handling, List.of(), 0);
        deal.alerts.put(statement.alertId(), alert);
        for (AlertAction action : early) {
            if (action.alertId().equals(statement.alertId())) {
                alert.take(action);
            }
        }
        early.removeIf(action -> action.alertId().equals(statement.alertId()));
        publish(deal, alert);
    }

    /** A statement that tells another risk only is no news. */
    private static boolean measuredAlike(Alert a, Alert b) {
        return a.severity() == b.severity()
                && (a.subject().isDeal() || a.value() == b.value())
                && a.threshold() == b.threshold()
                && a.thresholdSource().equals(b.thresholdSource());
    }

    private static void escalate(AlertCase alert, Alert statement) {
        AlertHandling h = alert.handling;
        if (alert.isDelivered() && statement.severity() > alert.stated.severity()) {
            alert.handling =
                    Handling.decided(
                            h,
                            h.delivery(),
                            h.because(),
                            h.manager(),
                            h.rank(),
                            h.deliveredAt(),
                            statement.statedAt(),
                            h.further());
        }
    }

    /** Nothing is kept of an alert that has ended, unless somebody promised to act. */
    private void forget(DealCase deal, AlertCase alert) {
        if (!alert.stated.isAlive() && !alert.isPromised()) {
            deal.alerts.remove(alert.stated.alertId());
        }
    }

    private void publish(DealCase deal, AlertCase alert) {
        out.accept(alert.row(deal.stakes));
    }

    /** Everything the desk knows, to be restored. */
    public State state() {
        return new State(
                deals.values().stream().map(DealCase::copy).toList(),
                decisions.weeks(),
                waiting.stream().map(Waiting::statement).toList(),
                new ArrayList<>(early),
                clock);
    }

    /** Restores what {@link #state} returned. */
    public void restore(State state) {
        for (DealCase deal : state.deals()) {
            deals.put(deal.id, deal);
            deal.alive().forEach(alert -> still.take(alert.stated));
        }
        decisions.restore(state.weeks());
        Map<String, Long> last = new TreeMap<>();
        for (Alert statement : state.waiting()) {
            // in the order of their time, which is never before that of the deal's statement before
            long at = last.merge(statement.opportunityId(), statement.statedAt(), Math::max);
            waiting.add(new Waiting(at, statement));
        }
        early.addAll(state.early());
        clock = state.clock();
    }

    /**
     * What the desk knows.
     *
     * @param deals with their alerts
     * @param weeks budgets used
     * @param waiting statements whose time has not come
     * @param early actions about alerts not known yet
     * @param clock instant everything is decided up to, or Long.MIN_VALUE
     */
    public record State(
            List<DealCase> deals,
            List<ManagerWeek> weeks,
            List<Alert> waiting,
            List<AlertAction> early,
            long clock) {}
}
