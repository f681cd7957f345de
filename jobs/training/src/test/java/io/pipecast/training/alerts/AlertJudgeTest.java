package io.pipecast.training.alerts;

import static io.pipecast.training.MadeLog.DAY;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.alert.quality.AlertJudge;
import io.pipecast.domain.alert.quality.AlertScore;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.alert.quality.DealDays;
import io.pipecast.domain.alert.quality.Told;
import io.pipecast.domain.deal.DealField;
import io.pipecast.training.MadeLog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every figure against a count by hand. All deals are in one stage and segment. */
class AlertJudgeTest {
    private final MadeLog log = new MadeLog();

    /** Deals d0 to d9 from day 0 on, of which the first three are lost on day 40. */
    private void tenDeals() {
        for (int i = 0; i < 10; i++) {
            log.create("d" + i, at(0.5), "u1", 1_000 * (i + 1));
        }
        for (int i = 0; i < 3; i++) {
            log.move("d" + i, at(40.5), "Lost");
        }
    }

    private AlertVerdict judge(double from, List<Told> alerts) {
        log.create("last", at(110), "u1", 1);
        DealDays days = LoggedDays.of(log.log(Long.MAX_VALUE), MadeLog.SETTINGS);
        return new AlertJudge(days, at(from), at(110)).judge(alerts);
    }

    private static Told told(String deal, double day, double until) {
        return new Told(
                deal, "QUIET", at(day), at(until), "m", day, true, deal.equals("d0"), false);
    }

    @Test
    void badIsALossWithinThirtyDaysAndTheBaseIsOnDaysWithoutAnAlert() {
        tenDeals();
        AlertVerdict verdict =
                judge(20, List.of(told("d0", 25, 40.5), told("d1", 35, 40.5), told("d9", 30, 99)));
        AlertScore all = verdict.all();
        assertThat(all.alerts()).isEqualTo(3);
        assertThat(all.bad()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(all.caughtAmount()).isEqualTo(1_000 + 2_000);
        assertThat(all.leadDays()).isEqualTo(15.5);
        assertThat(all.acknowledged()).isCloseTo(1 / 3.0, within(1e-12));
        // d2 is the only deal without an alert that is lost; by week, for days are few
        assertThat(all.base()).isBetween(0.1, 0.3);
        assertThat(all.oddsRatio())
                .isCloseTo(
                        all.bad() / (1 - all.bad()) / (all.base() / (1 - all.base())),
                        within(1e-12));
    }

    @Test
    void recallAsksForTenDays() {
        tenDeals();
        // d0 in time, d1 too late, d2 told long before and still open then
        AlertVerdict verdict =
                judge(5, List.of(told("d0", 30, 99), told("d1", 31, 99), told("d2", 6, 99)));
        assertThat(verdict.badEvents()).isEqualTo(3);
        assertThat(verdict.all().recall()).isCloseTo(2 / 3.0, within(1e-12));
        assertThat(verdict.all().recallAmount()).isCloseTo(4 / 6.0, within(1e-12));
        AlertVerdict ended = judge(5, List.of(told("d2", 6, 20)));
        assertThat(ended.all().recall()).isZero();
    }

    @Test
    void aDateMovedIntoALaterPeriodIsBadAndOneWithinItIsNot() {
        tenDeals();
        long inPeriod = MadeLog.START.plusDays(60).toEpochDay();
        long later = MadeLog.START.plusDays(120).toEpochDay();
        for (String deal : List.of("d7", "d8")) {
            log.say(deal, at(1), DealField.CLOSE_DATE, inPeriod, null);
        }
        log.say("d7", at(45), DealField.CLOSE_DATE, later, null);
        log.say("d8", at(45), DealField.CLOSE_DATE, inPeriod + 20, null);
        AlertVerdict verdict = judge(20, List.of(told("d7", 30, 99), told("d8", 30, 99)));
        assertThat(verdict.all().bad()).isEqualTo(0.5);
        assertThat(verdict.all().caughtAmount()).isEqualTo(8_000);
    }

    @Test
    void theFlatRuleTellsAsManyAsComeAndNeverAheadOfThePolicy() {
        tenDeals();
        List<Told> alerts = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            alerts.add(told("d" + (9 - i), 25 + i, 99));
        }
        AlertVerdict verdict = judge(5, alerts);
        // all ten have been silent since day 0: the first four by their ids
        assertThat(verdict.flat().alerts()).isEqualTo(4);
        assertThat(verdict.flat().caughtAmount()).isEqualTo(1_000 + 2_000 + 3_000);
        assertThat(verdict.amountRatio()).isZero();
    }

    @Test
    void whereTheFlatRuleFindsFewerTheMostPressingAreCompared() {
        tenDeals();
        for (int i = 3; i < 10; i++) {
            log.move("d" + i, at(10), "Won");
        }
        List<Told> alerts = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            alerts.add(told("d" + i, 25 + i, 99));
            alerts.add(told("d" + i, 30 + i, 99));
        }
        AlertVerdict verdict = judge(5, alerts);
        assertThat(verdict.flat().alerts()).isEqualTo(3);
        assertThat(verdict.equal().alerts()).isEqualTo(3);
        assertThat(verdict.amountRatio()).isEqualTo(1);
    }

    @Test
    void theTableSaysEveryFigure() {
        tenDeals();
        List<String> lines =
                AlertTable.of("p.yaml", judge(20, List.of(told("d0", 25, 40.5))), "EUR");
        assertThat(lines.get(0)).startsWith("p.yaml, 2024-07-21 to 2024-09-19: 0 bad events");
        assertThat(lines).anyMatch(line -> line.startsWith("all ") && line.contains("100 %"));
        assertThat(lines).last().asString().contains("odds ratio").contains("10 days before");
    }

    @Test
    void anAlertsWindowEndsThirtyDaysBeforeWhatIsKnown() {
        tenDeals();
        AlertVerdict verdict = judge(20, List.of(told("d5", 85, 99)));
        assertThat(verdict.to()).isEqualTo(at(110) - 30 * DAY);
        assertThat(verdict.all().alerts()).isZero();
        assertThat(verdict.all().oddsRatio()).isNaN();
    }
}
