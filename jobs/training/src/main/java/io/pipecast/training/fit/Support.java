package io.pipecast.training.fit;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How long won deals took at most: nothing is won beyond. A limit is the longest win where deals
 * were long enough open beyond it: at the rate of wins since the tenth longest one, thirty more
 * would have come. Where too few went beyond, the age is limited to twice that of the oldest win,
 * and the time in a stage is not limited. With few wins nothing is.
 *
 * @param longestWonAge calendar days
 * @param longestWonInStage business days, by stage
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record Support(double longestWonAge, double[] longestWonInStage) {
    private static final int LAST_WON = 10;

    /** Wins that must have been due beyond the longest one for it to be believed a limit. */
    private static final double EXPECTED = 30;

    private static final double UNSURE = 2;
    private static final double DAY_MILLIS = 86_400_000;

    /** A stretch of time so far, and whether it ended in a win. */
    private record Stretch(double length, boolean won) {}

    static Support of(TrainingRows rows, SalesCalendar calendar, int stages, long until) {
        List<Stretch> ages = ages(rows, until);
        double oldest =
                ages.stream().filter(Stretch::won).mapToDouble(Stretch::length).max().orElse(0);
        if (ages.stream().filter(Stretch::won).count() < 2 * LAST_WON) {
            return unlimited(stages);
        }
        double age = wentBeyond(ages) ? oldest : UNSURE * oldest;
        // what was begun later than this may yet be won, so only longer logs tell of stays
        long mature = until - (long) (oldest * DAY_MILLIS);
        boolean longEnough = mature - rows.firstTime() >= oldest * DAY_MILLIS;
        double[] stays = unlimited(stages).longestWonInStage;
        for (int stage = 0; stage < stages && longEnough; stage++) {
            List<Stretch> ofStage = stays(rows, calendar, stage, mature, until);
            stays[stage] = wentBeyond(ofStage) ? longest(ofStage) : Double.POSITIVE_INFINITY;
        }
        return new Support(age, stays);
    }

    /** Every limit infinite. */
    static Support unlimited(int stages) {
        double[] none = new double[stages];
        Arrays.fill(none, Double.POSITIVE_INFINITY);
        return new Support(Double.POSITIVE_INFINITY, none);
    }

    private static List<Stretch> ages(TrainingRows rows, long until) {
        List<Stretch> ages = new ArrayList<>();
        for (Life life : rows.lives()) {
            if (life.createdAt() != DealView.UNKNOWN && life.createdAt() < until) {
                double age = (Math.min(life.endedAt(), until) - life.createdAt()) / DAY_MILLIS;
                ages.add(new Stretch(age, life.wonBy(until)));
            }
        }
        return ages;
    }

    private static List<Stretch> stays(
            TrainingRows rows, SalesCalendar calendar, int stage, long mature, long until) {
        return rows.visits().stream()
                .filter(visit -> visit.stage() == stage)
                .filter(visit -> visit.enteredAt() <= mature && visit.leftAt() <= until)
                .map(
                        visit ->
                                new Stretch(
                                        calendar.businessDays(visit.enteredAt(), visit.leftAt()),
                                        visit.wonBy(until)))
                .toList();
    }

    private static double longest(List<Stretch> stretches) {
        return stretches.stream().filter(Stretch::won).mapToDouble(Stretch::length).max().orElse(0);
    }

    /** Whether too many days were waited beyond the longest win for none to come by chance. */
    private static boolean wentBeyond(List<Stretch> stretches) {
        double[] won =
                stretches.stream()
                        .filter(Stretch::won)
                        .mapToDouble(Stretch::length)
                        .sorted()
                        .toArray();
        if (won.length < 2 * LAST_WON) {
            return false;
        }
        double longest = won[won.length - 1];
        double tenth = won[won.length - LAST_WON];
        double before = 0;
        double beyond = 0;
        for (Stretch s : stretches) {
            before += Math.max(0, Math.min(s.length, longest) - tenth);
            beyond += Math.max(0, s.length - longest);
        }
        // the last wins may all be of one age, as days are; each was waited for a day at least
        return LAST_WON * beyond >= EXPECTED * Math.max(LAST_WON, before);
    }
}
