package io.pipecast.streaming.deliver;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertRank;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Decides which deals a manager is told of: the most pressing ones within the week's budget. What
 * is not told is a line of the digest, with the reason.
 */
final class Decisions {
    private static final String OF_THE_SAME_DEAL = "carried by another alert of the deal";
    private static final String TOLD_LATELY = "the manager was told of this deal lately";
    private static final String TEAM_TOLD_LATELY = "the same was told of this team lately";
    private static final String LESS_PRESSING = "less pressing than what was delivered this week";
    private static final String BACKLOG =
            "found by a new rule, model or connection, not by the deal";
    private static final String ZOMBIE = "one of the deals older than any that was won";
    private static final String UNWANTED = "snoozed or called not useful";

    /** How long a deal without alerts is remembered, lest what comes again be taken for new. */
    private static final long KEPT_MILLIS = 30L * 86_400_000;

    /** Business days in which a team's alert that comes again is no news. */
    private static final int REPEAT_OF_TEAM = 5;

    private final Organization organization;
    private final DeliveryTimes times;
    private final Publisher publisher;
    private final StillFeeds still;
    private final Map<String, ManagerWeek> weeks = new TreeMap<>();

    /** Takes what has changed. */
    interface Publisher {
        void publish(DealCase deal, AlertCase alert);
    }

    /** One deal that may be told of. */
    private record Candidate(DealCase deal, AlertCase leading, double rank) {}

    Decisions(
            Organization organization, DeliveryTimes times, StillFeeds still, Publisher publisher) {
        this.still = still;
        this.organization = organization;
        this.times = times;
        this.publisher = publisher;
    }

    /** Budgets used. */
    List<ManagerWeek> weeks() {
        return new ArrayList<>(weeks.values());
    }

    void restore(List<ManagerWeek> used) {
        used.forEach(week -> weeks.put(week.manager(), week));
    }

    /**
     * Who is told: who leads the owner of a deal, or the owner where nobody does; who leads a team;
     * null where nobody leads what it is about.
     */
    String managerOf(Alert alert) {
        if (!alert.subject().isDeal()) {
            return alert.subject().tree() == Tree.REPORTING ? alert.subject().node() : null;
        }
        List<String> path = organization.reportingPath(alert.owner(), alert.statedAt());
        boolean owns = path.get(0).equals(alert.owner());
        return owns && path.size() > 2 ? path.get(1) : path.get(0);
    }

    /**
     * Decides at an instant, after everything up to it was counted, and forgets deals of which
     * nothing is left to say.
     */
    void decide(Collection<DealCase> deals, long at, DeliveryPolicy policy) {
        Map<String, List<Candidate>> byManager = new TreeMap<>();
        for (DealCase deal : deals) {
            List<AlertCase> alive = deal.alive();
            if (!alive.isEmpty()) {
                consider(deal, alive, at, policy, byManager);
            }
        }
        byManager.forEach((manager, candidates) -> deliver(manager, candidates, at, policy));
        deals.removeIf(deal -> isForgotten(deal, at, policy));
    }

    private boolean isForgotten(DealCase deal, long at, DeliveryPolicy policy) {
        return deal.alerts.isEmpty()
                && deal.takenAt + KEPT_MILLIS < at
                && times.after(deal.toldAt, policy.repeatAfterDays()) <= at;
    }

    private void consider(
            DealCase deal,
            List<AlertCase> alive,
            long at,
            DeliveryPolicy policy,
            Map<String, List<Candidate>> byManager) {
        AlertCase told = first(alive, alert -> alert.isDelivered() || alert.isAsleep());
        if (told != null) {
            if (told.isAsleep() && told.handling.snoozedUntil() <= at) {
                told.sleep(false);
                publisher.publish(deal, told);
            }
            carry(deal, told, alive);
            return;
        }
        if (still.reason(alive.get(0).stated) != null) {
            return;
        }
        AlertCase leading = first(alive, alert -> alert.mayBeNews(at));
        boolean ofDeal = alive.get(0).stated.subject().isDeal();
        int silence = ofDeal ? policy.repeatAfterDays() : REPEAT_OF_TEAM;
        boolean lately = at < times.after(deal.toldAt, silence);
        if (leading != null && !lately) {
            if (!ofDeal) {
                tell(new Candidate(deal, leading, Double.NaN), managerOf(leading.stated), at);
                return;
            }
            double rank = AlertRank.of(deal.stakes, leading.stated.severity());
            byManager
                    .computeIfAbsent(managerOf(leading.stated), m -> new ArrayList<>())
                    .add(new Candidate(deal, leading, rank));
            return;
        }
        for (AlertCase alert : alive) {
            digest(deal, alert, alert.mayBeNews(at) ? toldLately(alert) : unwanted(alert));
        }
    }

    private static AlertCase first(List<AlertCase> alive, Predicate<AlertCase> wanted) {
        for (AlertCase alert : alive) {
            if (wanted.test(alert)) {
                return alert;
            }
        }
        return null;
    }

    /**
     * Holds the alerts of a deal back while its feed is still, and lets them wait for the next
     * decision when it is not any more. What was told stays told.
     */
    void hold(DealCase deal) {
        List<AlertCase> alive = deal.alive();
        if (first(alive, alert -> alert.isDelivered() || alert.isAsleep()) != null) {
            return;
        }
        for (AlertCase alert : alive) {
            String reason = still.reason(alert.stated);
            if (reason != null) {
                decide(deal, alert, Delivery.HELD, reason);
            } else if (alert.handling.isBehindAStillFeed()) {
                decide(deal, alert, Delivery.PENDING, null);
            }
        }
    }

    private static String toldLately(AlertCase alert) {
        return alert.stated.subject().isDeal() ? TOLD_LATELY : TEAM_TOLD_LATELY;
    }

    private static String unwanted(AlertCase alert) {
        if (alert.stated.rule().isForTheDigest()) {
            return ZOMBIE;
        }
        return alert.stated.backlog() ? BACKLOG : UNWANTED;
    }

    /** Tells a manager of the most pressing candidates, as far as the week's budget goes today. */
    private void deliver(
            String manager, List<Candidate> candidates, long at, DeliveryPolicy policy) {
        candidates.sort(
                Comparator.comparingDouble(Candidate::rank)
                        .reversed()
                        .thenComparing(candidate -> candidate.deal.id));
        int monday = times.monday(at);
        ManagerWeek week = weeks.get(manager);
        int used = week == null || week.monday() != monday ? 0 : week.used();
        int left = Math.max(0, times.allowance(at, policy.perWeek()) - used);
        for (Candidate candidate : candidates) {
            if (left > 0) {
                tell(candidate, manager, at);
                left--;
                used++;
            } else {
                for (AlertCase alert : candidate.deal.alive()) {
                    digest(
                            candidate.deal,
                            alert,
                            alert.mayBeNews(at) ? LESS_PRESSING : unwanted(alert));
                }
            }
        }
        weeks.put(manager, new ManagerWeek(manager, monday, used));
    }

    private void tell(Candidate candidate, String manager, long at) {
        AlertCase leading = candidate.leading;
        leading.handling =
                Handling.decided(
                        leading.handling,
                        Delivery.DELIVERED,
                        null,
                        manager,
                        candidate.rank,
                        at,
                        AlertHandling.NEVER,
                        List.of());
        candidate.deal.toldAt = at;
        List<AlertCase> alive = candidate.deal.alive();
        if (!carry(candidate.deal, leading, alive)) {
            publisher.publish(candidate.deal, leading);
        }
    }

    /** Lets one alert carry the others of the deal; true when it was published for that. */
    private boolean carry(DealCase deal, AlertCase told, List<AlertCase> alive) {
        List<String> further = new ArrayList<>();
        for (AlertCase alert : alive) {
            if (alert != told) {
                further.add(alert.stated.evidence());
                decide(deal, alert, Delivery.HELD, OF_THE_SAME_DEAL);
            }
        }
        AlertHandling h = told.handling;
        boolean changed = h.further().size() != further.size();
        if (changed) {
            told.handling =
                    Handling.decided(
                            h,
                            h.delivery(),
                            h.because(),
                            h.manager(),
                            h.rank(),
                            h.deliveredAt(),
                            h.escalatedAt(),
                            further);
            publisher.publish(deal, told);
        }
        return changed;
    }

    private void digest(DealCase deal, AlertCase alert, String because) {
        decide(deal, alert, Delivery.DIGEST, because);
    }

    private void decide(DealCase deal, AlertCase alert, Delivery delivery, String because) {
        AlertHandling h = alert.handling;
        if (h.delivery() != delivery || !Objects.equals(because, h.because())) {
            alert.handling =
                    Handling.decided(
                            h,
                            delivery,
                            because,
                            managerOf(alert.stated),
                            h.rank(),
                            h.deliveredAt(),
                            h.escalatedAt(),
                            List.of());
            publisher.publish(deal, alert);
        }
    }
}
