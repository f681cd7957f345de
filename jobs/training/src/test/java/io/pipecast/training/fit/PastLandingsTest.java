package io.pipecast.training.fit;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.scoring.HazardModel;
import io.pipecast.training.MadeLog;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PastLandingsTest {
    private static final int DAYS = 420;
    private static final int[] QUARTERS = {184, 274, 365};
    private static final double AMOUNT = 100_00;

    /** Days on which made deals were created and won; never won is beyond the log. */
    private record Won(double created, double on) {}

    private final List<Won> wins = new ArrayList<>();

    @Test
    void whatCameIsWhatWasWonInTheRestOfThePeriod() {
        List<PastPeriod> past = past(made(7));
        assertThat(past).hasSize(QUARTERS.length - 1);
        for (int i = 0; i < past.size(); i++) {
            assertThat(past.get(i).landings()).hasSizeBetween(8, 9);
            for (int midnight = 0; midnight < past.get(i).landings().size(); midnight++) {
                double from = QUARTERS[i] + 7 * midnight;
                double to = QUARTERS[i + 1];
                PastLanding landing = past.get(i).landings().get(midnight);
                assertThat(landing.openCame())
                        .isEqualTo(won(w -> w.created < from && w.on >= from && w.on < to));
                assertThat(landing.freshCame()).isEqualTo(won(w -> w.created >= from && w.on < to));
            }
        }
    }

    @Test
    void whatWasExpectedComesOnAverage() {
        double expected = 0;
        double came = 0;
        for (int seed = 1; seed <= 8; seed++) {
            for (PastPeriod period : past(made(seed))) {
                for (PastLanding landing : period.landings()) {
                    expected += landing.expected();
                    came += landing.openCame() + landing.freshCame();
                }
            }
        }
        assertThat(came / expected).isCloseTo(1, within(0.06));
    }

    @Test
    void whatIsExpectedOfAPeriodIsWonByTheDaysItIsExpectedOn() {
        int last = 13;
        double[] came = new double[last + 1];
        double[] said = new double[last + 1];
        for (int seed = 1; seed <= 8; seed++) {
            List<PastPeriod> past = past(made(seed));
            double[] curve = WonBy.curve(past).wonBy();
            for (int part = 0; part <= last; part++) {
                said[part] += curve[part] / 8;
                came[part] += wonBy(part / (double) last) / wonBy(1) / 8;
            }
        }
        assertThat(said).containsExactly(came, within(0.04));
    }

    /** What was won in the first part of all quarters looked at. */
    private double wonBy(double share) {
        double won = 0;
        for (int i = 0; i + 1 < QUARTERS.length; i++) {
            double from = QUARTERS[i];
            double to = from + share * (QUARTERS[i + 1] - from);
            won += won(w -> w.on >= from && w.on < to);
        }
        return won;
    }

    private double won(java.util.function.Predicate<Won> which) {
        return AMOUNT * wins.stream().filter(which).count();
    }

    private static List<PastPeriod> past(DealLog log) {
        TrainingRows rows = RowBuilder.build(log, SETTINGS);
        HazardTrainer trainer = new HazardTrainer(SETTINGS);
        int first = SETTINGS.calendar().days().dayOf(at(0));
        return new PastLandings(log, SETTINGS)
                .before(first + DAYS - 1, 0, null, day -> model(trainer, rows, day));
    }

    private static HazardModel model(HazardTrainer trainer, TrainingRows rows, int day) {
        return trainer.fit(rows, SETTINGS.calendar().days().startOf(day));
    }

    /** Deals created over the whole time, each day won or lost with constant hazards. */
    private DealLog made(long seed) {
        wins.clear();
        Random random = new Random(seed);
        MadeLog made = new MadeLog();
        for (int i = 0; i < 1500; i++) {
            double created = random.nextDouble() * DAYS;
            double ended = created - Math.log(1 - random.nextDouble()) / 0.04;
            made.create("d" + i, at(created), "u" + i % 5, (long) AMOUNT);
            boolean won = random.nextBoolean();
            if (ended < DAYS) {
                made.move("d" + i, at(ended), won ? "Won" : "Lost");
            }
            if (won) {
                wins.add(new Won(created, ended));
            }
        }
        return made.log(at(DAYS));
    }
}
