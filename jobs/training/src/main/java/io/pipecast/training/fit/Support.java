package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.TrainingRows;
import io.pipecast.training.rows.Visit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long won deals took at most. A limit is known only where enough deals went beyond it: of
 * those that came as far as the tenth longest win, at least half. Did the length not matter, all
 * ten wins would fall among the shorter half with a chance of one in a thousand. Else the limit is
 * infinite.
 *
 * @param longestWonAge calendar days
 * @param longestWonInStage business days, by stage
 */
record Support(double longestWonAge, double[] longestWonInStage) {
    private static final int LAST_WON = 10;
    private static final double SHARE_BEYOND = 0.5;

    /**
     * How far beyond the limit, as a factor, a deal still open must be to count as having gone
     * beyond.
     */
    private static final double WELL_BEYOND = 1.5;

    private static final double DAY_MILLIS = 86_400_000;

    /** A stretch of time, how it ended and whether it has. */
    private record Stretch(double length, boolean won, boolean ended) {}

    static Support of(TrainingRows rows, SalesCalendar calendar, int stages, long until) {
        List<Stretch> ages = new ArrayList<>();
        for (Life life : rows.lives()) {
            if (life.createdAt() != DealView.UNKNOWN && life.createdAt() < until) {
                double age = (Math.min(life.endedAt(), until) - life.createdAt()) / DAY_MILLIS;
                ages.add(new Stretch(age, life.wonBy(until), life.endedAt() <= until));
            }
        }
        List<List<Stretch>> stays = new ArrayList<>();
        for (int stage = 0; stage < stages; stage++) {
            stays.add(new ArrayList<>());
        }
        for (Visit visit : rows.visits()) {
            // a deal still open may yet be won after its stay
            if (visit.endedAt() <= until) {
                double stay = calendar.businessDays(visit.enteredAt(), visit.leftAt());
                stays.get(visit.stage()).add(new Stretch(stay, visit.won(), true));
            }
        }
        return new Support(longest(ages), stays.stream().mapToDouble(Support::longest).toArray());
    }

    /** Every limit infinite. */
    static Support unlimited(int stages) {
        double[] none = new double[stages];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        return new Support(Double.POSITIVE_INFINITY, none);
    }

    private static double longest(List<Stretch> stretches) {
        double[] won =
                stretches.stream()
                        .filter(Stretch::won)
                        .mapToDouble(Stretch::length)
                        .sorted()
                        .toArray();
        if (won.length < 2 * LAST_WON) {
            return Double.POSITIVE_INFINITY;
        }
        double longest = won[won.length - 1];
        double tenth = won[won.length - LAST_WON];
        long upTo =
                stretches.stream()
                        .filter(s -> s.length >= tenth && s.length <= longest && s.ended)
                        .count();
        long beyond =
                stretches.stream()
                        .filter(
                                s ->
                                        s.length > longest
                                                && (s.ended || s.length > WELL_BEYOND * longest))
                        .count();
        return beyond >= SHARE_BEYOND * (upTo + beyond) ? longest : Double.POSITIVE_INFINITY;
    }
}
