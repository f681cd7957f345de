package io.pipecast.domain.alert.quality;

import io.pipecast.domain.alert.quality.DealDays.Deal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges alerts by what became of their deals. */
public final class AlertJudge {
    public static final long DAY_MILLIS = 86_400_000L;

    /** Within so many days an alert comes true, or does not. */
    public static final long BAD_MILLIS = 30 * DAY_MILLIS;

    /** So long before must an alert come to be of use. */
    static final long LEAD_MILLIS = 10 * DAY_MILLIS;

    private final DealDays days;
    private final long from;
    private final long to;
    private int managers;

    /**
     * A judge of a window.
     *
     * @param from first instant judged, epoch milliseconds
     * @param known last instant of which is known what happened
     */
    public AlertJudge(DealDays days, long from, long known) {
        this.days = days;
        this.from = from;
        this.to = known - BAD_MILLIS;
    }

    /** The verdict on alerts, those told and those listed in the digest only. */
    public AlertVerdict judge(List<Told> alerts) {
        List<Told> told = within(alerts.stream().filter(Told::delivered).toList());
        managers = (int) Math.max(1, told.stream().map(Told::manager).distinct().count());
        List<AlertScore> rules = new ArrayList<>();
        Map<String, List<Told>> byRule = new TreeMap<>();
        told.forEach(t -> byRule.computeIfAbsent(t.rule(), r -> new ArrayList<>()).add(t));
        BaseRate base = new BaseRate(days, from, to, alertsOf(told));
        byRule.forEach((rule, of) -> rules.add(score(rule, of, base)));
        rules.add(score("all", told, base));
        List<Told> flat = asMany(within(days.flat()), told);
        List<Told> equal = mostPressing(told, flat.size());
        List<BadEvent> warned = warnable();
        return new AlertVerdict(
                from,
                to,
                warned.size(),
                warned.stream().mapToLong(BadEvent::amount).sum(),
                rules,
                score("flat", flat, new BaseRate(days, from, to, alertsOf(flat))),
                score("equal", equal, base),
                score("raised", within(alerts), base));
    }

    private List<Told> within(List<Told> alerts) {
        return alerts.stream()
                .filter(t -> t.at() >= from && t.at() < to)
                .sorted(Comparator.comparingLong(Told::at).thenComparing(Told::opportunityId))
                .toList();
    }

    private static Map<String, List<Told>> alertsOf(List<Told> alerts) {
        Map<String, List<Told>> byDeal = new HashMap<>();
        alerts.forEach(
                t -> byDeal.computeIfAbsent(t.opportunityId(), d -> new ArrayList<>()).add(t));
        return byDeal;
    }

    /**
     * As many of the flat rule's alerts as were told: as they come, and in no week ahead of what
     * had been told by then; one that cannot be told waits while its silence lasts.
     */
    private static List<Told> asMany(List<Told> flat, List<Told> told) {
        List<Told> taken = new ArrayList<>();
        List<Told> queue = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < told.size(); i++) {
            long now = told.get(i).at();
            while (next < flat.size() && flat.get(next).at() <= now) {
                queue.add(flat.get(next++));
            }
            queue.removeIf(t -> t.until() <= now);
            while (taken.size() <= i && !queue.isEmpty()) {
                Told first = queue.remove(0);
                taken.add(
                        new Told(
                                first.opportunityId(),
                                first.rule(),
                                now,
                                first.until(),
                                "",
                                0,
                                true,
                                false,
                                false));
            }
        }
        return taken;
    }

    private static List<Told> mostPressing(List<Told> told, int count) {
        return told.stream()
                .sorted(Comparator.comparingDouble(Told::rank).reversed())
                .limit(count)
                .toList();
    }

    /** What alerts of the window could have warned of. */
    private List<BadEvent> warnable() {
        return days.bad().stream()
                .filter(b -> b.at() >= from + BAD_MILLIS && b.at() < to + LEAD_MILLIS)
                .toList();
    }

    private AlertScore score(String name, List<Told> told, BaseRate base) {
        int bad = 0;
        double expected = 0;
        for (Told t : told) {
            Deal deal = days.deals().get(t.opportunityId());
            bad += deal != null && deal.bad(t.at(), t.at() + BAD_MILLIS) ? 1 : 0;
            expected += deal == null ? 0 : base.of(deal, days.days().dayOf(t.at()));
        }
        double share = told.isEmpty() ? Double.NaN : (double) bad / told.size();
        double baseShare = told.isEmpty() ? Double.NaN : expected / told.size();
        Caught caught = caught(told);
        int weeks = 1 + days.mondays(from, to - 1);
        return new AlertScore(
                name,
                told.size(),
                share,
                baseShare,
                odds(share) / odds(baseShare),
                caught.count,
                caught.amount,
                caught.recall,
                caught.recallAmount,
                caught.leadDays,
                share(told, told.stream().filter(Told::acknowledged).count()),
                share(told, told.stream().filter(Told::notUseful).count()),
                (double) told.size() / weeks / managers);
    }

    private static double share(List<Told> told, long count) {
        return told.isEmpty() ? Double.NaN : (double) count / told.size();
    }

    private static double odds(double share) {
        return share / (1 - share);
    }

    private record Caught(
            int count, long amount, double recall, double recallAmount, double leadDays) {}

    private Caught caught(List<Told> told) {
        Map<String, List<Told>> byDeal = alertsOf(told);
        int count = 0;
        long amount = 0;
        List<Double> leads = new ArrayList<>();
        for (BadEvent b : days.bad()) {
            for (Told t : byDeal.getOrDefault(b.opportunityId(), List.of())) {
                if (t.at() < b.at() && b.at() <= t.at() + BAD_MILLIS) {
                    count++;
                    amount = Math.addExact(amount, b.amount());
                    leads.add((b.at() - t.at()) / (double) DAY_MILLIS);
                    break;
                }
            }
        }
        List<BadEvent> events = warnable();
        int warned = 0;
        long warnedAmount = 0;
        for (BadEvent b : events) {
            boolean inTime =
                    byDeal.getOrDefault(b.opportunityId(), List.of()).stream()
                            .anyMatch(t -> inTime(t, b));
            warned += inTime ? 1 : 0;
            warnedAmount = Math.addExact(warnedAmount, inTime ? b.amount() : 0);
        }
        long all = events.stream().mapToLong(BadEvent::amount).sum();
        return new Caught(
                count,
                amount,
                events.isEmpty() ? Double.NaN : (double) warned / events.size(),
                all == 0 ? Double.NaN : (double) warnedAmount / all,
                median(leads));
    }

    private static boolean inTime(Told told, BadEvent event) {
        long latest = event.at() - LEAD_MILLIS;
        return told.at() <= latest
                && (told.until() > latest || told.at() >= event.at() - BAD_MILLIS);
    }

    private static double median(List<Double> values) {
        double[] ascending = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(ascending);
        return ascending.length == 0 ? Double.NaN : ascending[ascending.length / 2];
    }
}
