package io.pipecast.model.calibration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CalibrationTest {
    private record Case(int chance, boolean came) {}

    @Test
    void scoresAreThoseOfTheirDefinitions() {
        List<Case> cases = cases(new Random(1), 4_000);
        Calibration calibration = of(cases);
        double brier = 0;
        double log = 0;
        for (Case c : cases) {
            double p = c.chance / 1e6;
            brier += Math.pow(p - (c.came ? 1 : 0), 2) / cases.size();
            log -= Math.log(c.came ? p : 1 - p) / cases.size();
        }
        assertThat(calibration.brier()).isCloseTo(brier, within(1e-6));
        assertThat(calibration.logLoss()).isCloseTo(log, within(1e-6));
        assertThat(calibration.judged()).isEqualTo(4_000);
        assertThat(calibration.won()).isEqualTo(cases.stream().filter(c -> c.came).count());
    }

    @Test
    void chancesThatAreTrueAreCalibratedAndDoubledOnesAreNot() {
        List<Case> honest = cases(new Random(2), 20_000);
        List<Case> doubled =
                honest.stream()
                        .map(c -> new Case(Math.min(999_999, 2 * c.chance), c.came))
                        .toList();
        assertThat(of(honest).calibrationError()).isLessThan(0.02);
        assertThat(of(doubled).calibrationError()).isGreaterThan(0.2);
    }

    @Test
    void theAreaUnderTheCurveIsThatOfAllPairsWhereEveryBinHasOneChance() {
        Random random = new Random(3);
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 600; i++) {
            int chance = (int) (Calibration.edge(random.nextInt(Calibration.BINS)) * 1e6);
            cases.add(new Case(chance, random.nextInt(1_000_000) < chance));
        }
        double ordered = 0;
        long pairs = 0;
        for (Case won : cases) {
            for (Case lost : cases) {
                if (won.came && !lost.came) {
                    pairs++;
                    ordered += Integer.compare(won.chance, lost.chance) / 2.0 + 0.5;
                }
            }
        }
        assertThat(of(cases).auc()).isCloseTo(ordered / pairs, within(1e-12));
    }

    @Test
    void nothingIsSaidOfNothing() {
        Calibration nothing = new Calibration();
        assertThat(nothing.brier()).isNaN();
        assertThat(nothing.logLoss()).isNaN();
        assertThat(nothing.auc()).isNaN();
        assertThat(nothing.calibrationError()).isNaN();
        assertThat(Calibration.drift(nothing, nothing)).isNaN();
        Calibration lostOnly = of(List.of(new Case(5, false)));
        assertThat(lostOnly.auc()).isNaN();
    }

    @Test
    void driftIsNoneBetweenTheSameAndGrowsWithTheShift() {
        Calibration before = given(new Random(4), 0);
        Calibration same = given(new Random(5), 0);
        Calibration shifted = given(new Random(6), 100_000);
        Calibration far = given(new Random(7), 400_000);
        assertThat(Calibration.drift(before, before)).isZero();
        assertThat(Calibration.drift(before, same)).isBetween(0.0, 0.02);
        assertThat(Calibration.drift(before, shifted)).isGreaterThan(0.1);
        assertThat(Calibration.drift(before, far))
                .isGreaterThan(Calibration.drift(before, shifted));
    }

    @Test
    void certainChancesThatFailCostALotAndNotEverything() {
        assertThat(Calibration.logLoss(0, true)).isEqualTo(13_815_511);
        assertThat(Calibration.logLoss(1_000_000, false)).isEqualTo(13_815_511);
        assertThat(Calibration.square(0, true)).isEqualTo(1_000_000);
        assertThat(Calibration.bin(1_000_000)).isEqualTo(Calibration.BINS - 1);
        assertThat(Calibration.bin(0)).isZero();
    }

    /** Chances and outcomes that follow them. */
    private static List<Case> cases(Random random, int count) {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int chance = 1 + random.nextInt(600_000);
            cases.add(new Case(chance, random.nextInt(1_000_000) < chance));
        }
        return cases;
    }

    private static Calibration of(List<Case> cases) {
        Calibration calibration = new Calibration();
        for (Case c : cases) {
            calibration.judged(Calibration.bin(c.chance), 1, c.came ? 1 : 0, c.chance);
            calibration.losses(
                    Calibration.square(c.chance, c.came), Calibration.logLoss(c.chance, c.came));
        }
        return calibration;
    }

    private static Calibration given(Random random, int shift) {
        Calibration calibration = new Calibration();
        for (int i = 0; i < 5_000; i++) {
            calibration.given(Calibration.bin(shift + random.nextInt(300_000)), 1);
        }
        return calibration;
    }
}
