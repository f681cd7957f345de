package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealStory;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.settings.SourceTraits;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which deals a rule is about, and what is no alert. 2026-03-02 is a Monday. */
class RuleScopeTest {
    private static final AlertRule QUIET = AlertRule.GONE_QUIET;
    private static final AlertRule PUSHED = AlertRule.PUSHED_REPEATEDLY;

    private static DealStory quiet() {
        return new DealStory()
                .at("2026-03-02T09:00")
                .created()
                .stage("Qualified")
                .amount(500_000)
                .text(DealField.TERRITORY, "north")
                .text(DealField.DEAL_TYPE, "RENEWAL");
    }

    private static List<String> stated(RulePolicy quiet) {
        var settings =
                TestCompany.settings(
                        TestCompany.CALENDAR, SourceTraits.ALL, AlertPolicy.DEFAULT.with(quiet));
        return new AlertDesk()
                .settle(quiet(), "2026-03-17T00:00", AlertDesk.context(settings))
                .about(QUIET);
    }

    private static RulePolicy scope(
            List<String> territories, List<DealType> segments, long leastAmount) {
        return new RulePolicy(QUIET, true, 10, 10, territories, segments, leastAmount);
    }

    @Test
    void aRuleIsAboutDealsInItsScopeOnly() {
        assertThat(stated(scope(List.of("north"), List.of(DealType.RENEWAL), 500_000))).hasSize(1);
        assertThat(stated(scope(List.of("south"), List.of(), 0))).isEmpty();
        assertThat(stated(scope(List.of(), List.of(DealType.NEW, DealType.EXPANSION), 0)))
                .isEmpty();
        assertThat(stated(scope(List.of(), List.of(), 500_001))).isEmpty();
    }

    @Test
    void pushesByHandAreCountedUntilTheDealMovesOn() {
        DealStory story = pushed(null);
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-12T00:00", AlertDesk.context());
        assertThat(desk.about(PUSHED)).containsExactly("RAISED 1 2026-03-06T09:00");
        assertThat(desk.stated.get(0).evidence())
                .isEqualTo(
                        "close date moved later 3 times, last on 2026-03-06; the limit is 3"
                                + " (configured)");
        desk.settle(
                story.at("2026-03-12T09:00").stage("Proposal"),
                "2026-03-13T00:00",
                AlertDesk.context());
        assertThat(desk.about(PUSHED))
                .containsExactly("RAISED 1 2026-03-06T09:00", "RESOLVED PROGRESS 2026-03-12T09:00");
    }

    @Test
    void datesMovedForManyDealsAtOnceAreNoPushes() {
        AlertDesk desk =
                new AlertDesk().settle(pushed(Fact.BULK), "2026-03-12T00:00", AlertDesk.context());
        assertThat(desk.stated).isEmpty();
    }

    private static DealStory pushed(String text) {
        DealStory story =
                new DealStory()
                        .at("2026-03-02T09:00")
                        .created()
                        .stage("Qualified")
                        .closeDate("2026-05-01");
        for (int day = 4; day < 7; day++) {
            long date = LocalDate.of(2026, 5, day).toEpochDay();
            story.at("2026-03-0%dT09:00".formatted(day)).fact(DealField.CLOSE_DATE, date, text);
        }
        return story;
    }

    @Test
    void trivialEditsResetNoClock() {
        DealStory story = quiet();
        story.at("2026-03-11T09:00").amount(600_000).text(DealField.NEXT_STEP, "wait");
        story.closeDate("2026-09-01").text(DealField.OWNER, "u2");
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-17T00:00", AlertDesk.context());
        assertThat(desk.about(QUIET)).containsExactly("RAISED 1 2026-03-16T09:00");
    }

    @Test
    void whatTheFirstLookAtADealFindsIsABacklog() {
        DealStory found =
                new DealStory()
                        .at("2026-03-02T09:00")
                        .found()
                        .stage("Qualified")
                        .closeDate("2026-02-01");
        AlertDesk desk = new AlertDesk().settle(found, "2026-03-10T00:00", AlertDesk.context());
        assertThat(desk.about(AlertRule.CLOSE_DATE_OVERDUE)).hasSize(1);
        assertThat(desk.stated).allMatch(Alert::backlog);
    }

    @Test
    void aHandSetThresholdWinsOverTheLearnedOne() {
        AlertPolicy byHand =
                AlertDesk.policy(AlertRule.STALLED_IN_STAGE, rule -> rule.threshold(6));
        var settings = TestCompany.settings(TestCompany.CALENDAR, SourceTraits.ALL, byHand);
        AlertDesk desk =
                new AlertDesk()
                        .settle(
                                quiet(),
                                "2026-03-11T00:00",
                                AlertDesk.context(settings, AlertDesk.learned(30, 1e9)));
        assertThat(desk.stated)
                .singleElement()
                .satisfies(
                        alert -> {
                            assertThat(alert.threshold()).isEqualTo(6);
                            assertThat(alert.thresholdSource()).isEqualTo("hand-set");
                        });
    }

    @Test
    void importanceGrowsWithTheAmountAndThePeriodAtStake() {
        double near = importance(quiet().closeDate("2026-03-30"));
        double later = importance(quiet().closeDate("2026-12-30"));
        double larger =
                importance(
                        quiet().closeDate("2026-03-30").at("2026-03-03T09:00").amount(50_000_000));
        assertThat(near).isGreaterThan(later);
        assertThat(larger).isGreaterThan(near);
    }

    private static double importance(DealStory story) {
        return new AlertDesk()
                .settle(story, "2026-03-17T00:00", AlertDesk.context())
                .stated
                .get(0)
                .stakes()
                .importance();
    }
}
