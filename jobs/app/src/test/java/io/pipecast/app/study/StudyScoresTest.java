package io.pipecast.app.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import io.pipecast.app.study.LandingRow.Level;
import io.pipecast.simulator.WorldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The measures of a study, by examples worked out by hand and by forecasts known to be right. */
class StudyScoresTest {
    private static LandingRow row(
            long seed, long actual, long closed, long p10, long p50, long p90) {
        return new LandingRow(
                seed,
                0,
                Level.COMPANY,
                "company",
                30,
                91,
                0.25,
                true,
                actual,
                closed,
                p10,
                p50,
                p90,
                p50,
                0,
                0,
                Double.NaN,
                2 * p50);
    }

    private static DealRow deal(long seed, double stated, double odds, boolean won) {
        double[] p = {stated, stated, stated};
        double[] o = {odds, odds, odds};
        boolean[] w = {won, won, won};
        return new DealRow(seed, 0, "d", 0, 100, p, o, w);
    }

    @Test
    void coverageCountsBothEndsAndItsIntervalGoesByCompanyPeriods() {
        List<LandingRow> rows =
                List.of(
                        row(1, 100, 0, 100, 150, 200),
                        row(1, 99, 0, 100, 150, 200),
                        row(2, 200, 0, 100, 150, 200),
                        row(2, 201, 0, 100, 150, 200));
        Coverage coverage = Coverage.of(rows);
        assertThat(coverage.covered()).isEqualTo(0.5);
        // each company-period has one in and one out: between them nothing varies
        assertThat(coverage.margin()).isEqualTo(0);
        assertThat(coverage.periods()).isEqualTo(2);
        assertThat(coverage.belowP10()).isEqualTo(0.25);
        assertThat(coverage.aboveP90()).isEqualTo(0.25);
        assertThat(coverage.stated()).isEqualTo(0.8, offset(1e-12));
        assertThat(coverage.bias()).isEqualTo(0, offset(1e-12));
    }

    @Test
    void periodsThatAgreeWithinThemselvesWidenTheInterval() {
        List<LandingRow> rows =
                List.of(
                        row(1, 150, 0, 100, 150, 200),
                        row(1, 150, 0, 100, 150, 200),
                        row(2, 99, 0, 100, 150, 200),
                        row(2, 99, 0, 100, 150, 200));
        // residuals ±1 in two clusters of two rows: 1.96 · √2 / 4
        assertThat(Coverage.of(rows).margin()).isEqualTo(1.96 * Math.sqrt(2) / 4, offset(1e-12));
    }

    @Test
    void anIntervalThatBeginsAtClosedStatesNinetyPerCent() {
        assertThat(row(1, 0, 100, 100, 150, 200).stated()).isEqualTo(0.9);
        assertThat(row(1, 0, 100, 100, 100, 100).stated()).isEqualTo(1);
    }

    @Test
    void errorsAreSharesOfWhatLanded() {
        LandingErrors errors =
                LandingErrors.of(List.of(row(1, 200, 50, 0, 150, 0), row(2, 100, 10, 0, 150, 0)));
        assertThat(errors.p50()).isEqualTo((0.25 + 0.5) / 2);
        assertThat(errors.p50OfSums()).isEqualTo(100 / 300.0);
        assertThat(errors.stageWeighted()).isEqualTo((0.5 + 2) / 2);
        // a quarter of the days brought 50 and 10: 200 and 40 in all
        assertThat(errors.runRate()).isEqualTo((0 + 0.6) / 2);
    }

    private static StudyNumbers regime(boolean... covered) {
        StudyNumbers numbers =
                new StudyNumbers(new StudyPlan(WorldKind.REGIME, 1, 1, 1, 1, covered.length, 0));
        CompanyRows rows = new CompanyRows(1, null, List.of(), Set.of());
        for (int quarter = 0; quarter < covered.length; quarter++) {
            LandingRow row = row(1, covered[quarter] ? 150 : 1, 0, 100, 150, 200);
            rows.landings.add(inQuarter(row, quarter));
        }
        numbers.add(rows);
        return numbers;
    }

    private static LandingRow inQuarter(LandingRow r, int quarter) {
        return new LandingRow(
                r.seed(),
                quarter,
                r.level(),
                r.node(),
                r.day(),
                r.length(),
                r.elapsed(),
                r.weekly(),
                r.actual(),
                r.closed(),
                r.p10(),
                r.p50(),
                r.p90(),
                r.mean(),
                r.fromOpen(),
                r.fromNew(),
                r.trueOdds(),
                r.stageWeighted());
    }

    @Test
    void aChangedWorldIsRecoveredWhereAllLaterQuartersHold() {
        assertThat(regime(false, false, true, true).recovered()).isEqualTo(2);
        assertThat(regime(false, true, false, true).recovered()).isEqualTo(3);
        assertThat(regime(false, true, true, false).recovered()).isNull();
        // the quarter of the change itself is none to recover in
        assertThat(regime(true, true).recovered()).isEqualTo(1);
    }

    @Test
    void theTrueOddsHaveRatioNoughtAndTheBaseRateOne() {
        SplittableRandom random = new SplittableRandom(7);
        int samples = 20;
        List<DealRow> exact = new ArrayList<>();
        List<DealRow> flat = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            double p = random.nextDouble();
            boolean won = random.nextDouble() < p;
            int lives = 0;
            for (int s = 0; s < samples; s++) {
                lives += random.nextDouble() < p ? 1 : 0;
            }
            double odds = lives / (double) samples;
            exact.add(deal(i % 10, p, odds, won));
            flat.add(deal(i % 10, 0.5, odds, won));
        }
        DealSkill right = DealSkill.of(exact, 0, samples);
        // ∫ p(1 − p) = 1/6: what the sampling of the odds adds is taken off
        assertThat(right.oracle()).isEqualTo(1 / 6.0, offset(0.003));
        assertThat(right.ratio()).isEqualTo(0, offset(0.02));
        assertThat(right.low()).isLessThanOrEqualTo(right.ratio());
        assertThat(right.high()).isGreaterThanOrEqualTo(right.ratio());
        assertThat(DealSkill.of(flat, 0, samples).ratio()).isEqualTo(1, offset(0.02));
    }
}
