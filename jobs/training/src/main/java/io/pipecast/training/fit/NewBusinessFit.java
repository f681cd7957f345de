package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.Tenure;
import io.pipecast.training.rows.TrainingRows;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Learns {@link NewBusiness}. Each lag's amount is divided by the creation days that could be
 * watched for so long, so young deals bias nothing; owners' shares come from their wins per day of
 * the last half year, shrunken to the mean of all.
 */
final class NewBusinessFit {
    /** Creation days looked back on at most. */
    private static final int WINDOW_DAYS = 365;

    /** Creation days a lag must have been watched on. */
    private static final int LEAST_DAYS = 7;

    private static final int SHARE_WINDOW_DAYS = 182;

    /** Days at the mean rate an owner's own rate is mixed with. */
    private static final double SHARE_PRIOR_DAYS = 45;

    /** An owner who owned nothing for so long is no longer active. */
    private static final int ABSENT_DAYS = 60;

    private final TrainingRows rows;
    private final SalesCalendar calendar;
    private final int firstDay;
    private final int cutDay;
    private final long until;

    NewBusinessFit(TrainingRows rows, SalesCalendar calendar, int cutDay) {
        this.rows = rows;
        this.calendar = calendar;
        this.cutDay = cutDay;
        this.until = calendar.days().startOf(cutDay);
        this.firstDay = Math.max(calendar.days().dayOf(rows.firstTime()), cutDay - WINDOW_DAYS);
    }

    /**
     * The process.
     *
     * @param wonCalendar multipliers of the hazard of winning by {@link PeriodPosition}
     */
    NewBusiness fit(double[] wonCalendar) {
        double[] amounts = new double[Math.max(1, cutDay - firstDay)];
        double[] squares = new double[amounts.length];
        int longest = -1;
        for (Life life : rows.lives()) {
            if (life.wonBy(until)
                    && life.createdAt() != DealView.UNKNOWN
                    && life.amount() != DealView.UNKNOWN) {
                int created = calendar.days().dayOf(life.createdAt());
                int lag = calendar.days().dayOf(life.endedAt()) - created;
                if (created >= firstDay && watched(lag) >= LEAST_DAYS) {
                    amounts[lag] += life.amount() / (double) watched(lag);
                    squares[lag] += (double) life.amount() * life.amount() / watched(lag);
                    longest = Math.max(longest, lag);
                }
            }
        }
        SortedMap<String, Double> shares = shares();
        if (longest < 0 || shares.isEmpty()) {
            return NewBusiness.NONE;
        }
        return new NewBusiness(
                Arrays.copyOf(amounts, longest + 1),
                Arrays.copyOf(squares, longest + 1),
                perDay(wonCalendar),
                shares);
    }

    private int watched(int lag) {
        return cutDay - lag - firstDay;
    }

    /** The multipliers scaled to 1 on average over the days of the window. */
    private double[] perDay(double[] multipliers) {
        double sum = 0;
        for (int day = firstDay; day < cutDay; day++) {
            sum += multipliers[PeriodPosition.of(calendar, day)];
        }
        double mean = sum / (cutDay - firstDay);
        return Arrays.stream(multipliers).map(m -> m / mean).toArray();
    }

    private SortedMap<String, Double> shares() {
        int from = Math.max(firstDay, cutDay - SHARE_WINDOW_DAYS);
        SortedMap<String, int[]> activeDays = activeDays();
        SortedMap<String, Double> won = wonSince(from);
        double totalDays = 0;
        double totalWon = 0;
        for (int[] span : activeDays.values()) {
            totalDays += days(span, from);
        }
        for (double amount : won.values()) {
            totalWon += amount;
        }
        double mean = totalDays == 0 ? 0 : totalWon / totalDays;
        SortedMap<String, Double> rates = new TreeMap<>();
        activeDays.forEach(
                (owner, span) -> {
                    double prior = SHARE_PRIOR_DAYS * mean;
                    double rate =
                            (won.getOrDefault(owner, 0.0) + prior)
                                    / (days(span, from) + SHARE_PRIOR_DAYS);
                    if (span[1] >= cutDay - ABSENT_DAYS && rate > 0) {
                        rates.put(owner, rate);
                    }
                });
        double all = rates.values().stream().mapToDouble(Double::doubleValue).sum();
        rates.replaceAll((owner, rate) -> rate / all);
        return rates;
    }

    private int days(int[] span, int from) {
        return Math.max(0, cutDay - Math.max(from, span[0]));
    }

    /** First and last day each owner owned an open deal. */
    private SortedMap<String, int[]> activeDays() {
        SortedMap<String, int[]> spans = new TreeMap<>();
        for (Tenure tenure : rows.tenures()) {
            if (tenure.from() < until) {
                int first = calendar.days().dayOf(tenure.from());
                int last = calendar.days().dayOf(Math.min(tenure.to(), until));
                spans.merge(
                        tenure.owner(),
                        new int[] {first, last},
                        (a, b) -> new int[] {Math.min(a[0], b[0]), Math.max(a[1], b[1])});
            }
        }
        return spans;
    }

    private SortedMap<String, Double> wonSince(int day) {
        long from = calendar.days().startOf(day);
        SortedMap<String, Double> won = new TreeMap<>();
        for (Life life : rows.lives()) {
            if (life.wonBy(until)
                    && life.endedAt() >= from
                    && life.owner() != null
                    && life.amount() != DealView.UNKNOWN) {
                won.merge(life.owner(), (double) life.amount(), Double::sum);
            }
        }
        return won;
    }
}
