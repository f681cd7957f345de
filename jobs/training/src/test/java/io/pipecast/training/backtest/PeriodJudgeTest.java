package io.pipecast.training.backtest;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.training.backtest.PeriodVerdict.Fan;
import io.pipecast.training.backtest.PeriodVerdict.LevelScore;
import io.pipecast.training.backtest.PeriodVerdict.Since;
import org.junit.jupiter.api.Test;

class PeriodJudgeTest {
    private static final int FIRST = (int) START.toEpochDay();
    private static final int SECOND = FIRST + MadePeriods.LENGTH;

    private static final int THIRD = SECOND + MadePeriods.LENGTH;

    private final MadePeriods made = new MadePeriods();

    private PeriodVerdict judge(int from, int to) {
        return new PeriodJudge(SETTINGS, made.periods, made.noPipeline(), from, to).judge();
    }

    @Test
    void holdsEachMidnightAgainstWhereThePeriodLanded() {
        made.period(FIRST, 1000, day -> 900, day -> 2000);
        PeriodVerdict verdict = judge(FIRST, SECOND);
        Fan fan = verdict.fans().get(0);
        assertThat(fan.landed()).isEqualTo(1000);
        assertThat(fan.days()).hasSize(MadePeriods.LENGTH);
        LevelScore all = verdict.levels().get(0);
        assertThat(all.part()).isEqualTo("all");
        assertThat(all.midnights()).isEqualTo(MadePeriods.LENGTH);
        assertThat(all.score(PeriodRival.MODEL).error()).isCloseTo(0.1, within(1e-12));
        assertThat(all.score(PeriodRival.MODEL).bias()).isCloseTo(-0.1, within(1e-12));
        assertThat(all.score(PeriodRival.STAGE_WEIGHTED).error()).isCloseTo(1, within(1e-12));
        assertThat(all.coverage()).isEqualTo(1);
        // P10 is 200 below the middle, P90 200 above: 700, 900, 1100 against 1000
        assertThat(all.pinball().get(0)).isCloseTo(0.1 * 0.3, within(1e-12));
        assertThat(all.pinball().get(2)).isCloseTo(0.1 * 0.1, within(1e-12));
    }

    @Test
    void aBandThatMissesDoesNotHold() {
        made.period(FIRST, 1000, day -> day < 46 ? 700 : 1000, day -> 1000);
        LevelScore all = judge(FIRST, SECOND).levels().get(0);
        assertThat(all.coverage()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void saysSinceWhenANumberStayedClose() {
        made.period(FIRST, 1000, day -> day < 50 ? 1500 : 1050, day -> day == 91 ? 1000 : 950);
        Since model = judge(FIRST, SECOND).rights().get(0).forecasters().get(0);
        assertThat(model.day()).isEqualTo(50);
        Since weighted = judge(FIRST, SECOND).rights().get(0).forecasters().get(1);
        assertThat(weighted.day()).isZero();
        // the run rate is right from the third day on, and the last day's 1000 is right too
        assertThat(weighted.closest()).isCloseTo(3.0 / MadePeriods.LENGTH, within(1e-12));
    }

    @Test
    void rulesOfThumbKnowEarlierPeriodsOnly() {
        made.period(FIRST, 1000, day -> 900, day -> 2000);
        made.period(SECOND, 2000, day -> 2000, day -> 2000);
        made.period(THIRD, 3000, day -> 3000, day -> 2000);
        PeriodVerdict verdict = judge(FIRST, THIRD + MadePeriods.LENGTH);
        Fan first = verdict.fans().get(0);
        Fan second = verdict.fans().get(1);
        Fan third = verdict.fans().get(2);
        assertThat(first.days().get(46).said()).doesNotContainKeys("lastPeriod", "historicCurve");
        // half the days have passed, half of it is closed: the run rate is right
        assertThat(first.days().get(46).said().get("runRate")).isCloseTo(1000, within(1e-9));
        assertThat(second.days().get(0).said().get("lastPeriod")).isEqualTo(1000);
        // the first period grew out of a pipeline the log does not show
        assertThat(second.days().get(46).said()).doesNotContainKey("historicCurve");
        assertThat(third.days().get(46).said().get("historicCurve")).isCloseTo(3000, within(1e-9));
        assertThat(second.days().get(0).said()).doesNotContainKey("runRate");
    }

    @Test
    void judgesTheMidnightsAskedForAndEndedPeriodsAlone() {
        made.period(FIRST, 1000, day -> 900, day -> 2000);
        made.running(SECOND, 10);
        PeriodVerdict verdict = judge(FIRST + 40, SECOND + 10);
        assertThat(verdict.fans()).hasSize(1);
        assertThat(verdict.fans().get(0).days().get(0).day()).isEqualTo(40);
        // the first third was over before: the point at one third is not among the midnights
        assertThat(verdict.levels())
                .extracting(LevelScore::part)
                .contains("at two thirds")
                .doesNotContain("at one third", "first third");
    }

    @Test
    void aPeriodIsLockedOnceItsWorkingDaysAreOver() {
        made.period(FIRST, 1000, day -> 900, day -> 2000);
        assertThat(judge(FIRST, SECOND).fans().get(0).locked()).isFalse();
        made.ended(FIRST, 5, 1100);
        Fan fan = judge(FIRST, SECOND).fans().get(0);
        assertThat(fan.locked()).isTrue();
        assertThat(fan.landed()).isEqualTo(1100);
    }
}
