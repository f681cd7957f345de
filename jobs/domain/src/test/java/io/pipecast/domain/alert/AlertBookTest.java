package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.alert.Alert.Resolution;
import io.pipecast.domain.alert.Alert.Status;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealStory;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.settings.SourceTraits;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/**
 * The life of an alert: raised, updated, resolved, withdrawn, under a changing context. 2026-03-02
 * is a Monday.
 */
class AlertBookTest {
    private static final AlertRule STALLED = AlertRule.STALLED_IN_STAGE;
    private static final AlertRule QUIET = AlertRule.GONE_QUIET;

    @Test
    void anAlertIsRaisedAtItsDeadlineThoughNoticedLater() {
        DealStory story = new DealStory().at("2026-03-02T09:00").created().stage("Qualified");
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-20T00:00", AlertDesk.context());
        assertThat(desk.about(QUIET)).containsExactly("RAISED 1 2026-03-16T09:00");
        assertThat(desk.stated.get(0).alertId()).isEqualTo("d1:GONE_QUIET:2026-03-16T08:00:00Z");
    }

    @Test
    void severityGrowsAtOneAndAHalfAndTwiceTheLimit() {
        DealStory story = new DealStory().at("2026-03-02T09:00").created();
        AlertDesk desk = new AlertDesk().settle(story, "2026-12-31T00:00", AlertDesk.context());
        assertThat(desk.about(QUIET))
                .containsExactly(
                        "RAISED 1 2026-03-16T09:00",
                        "UPDATED 2 2026-03-16T09:00",
                        "UPDATED 3 2026-03-16T09:00");
        assertThat(desk.stated).extracting(Alert::value).containsExactly(10.0, 15.0, 20.0);
        assertThat(desk.stated).extracting(Alert::threshold).containsOnly(10.0);
        assertThat(desk.stated.get(2).evidence())
                .isEqualTo(
                        "no buyer-facing activity for 20 business days, since 2026-03-02;"
                                + " the limit is 10 (configured)");
    }

    @Test
    void theAlertCarriesTheDealAsItWasWhenRaised() {
        DealStory story =
                new DealStory()
                        .at("2026-03-02T09:00")
                        .created()
                        .stage("Negotiation")
                        .amount(12_345);
        story.text(DealField.OWNER, "ada").closeDate("2026-06-30");
        story.at("2026-03-30T09:00").stage("Verbal");
        AlertContext doubled =
                new AlertContext(
                        TestCompany.settings(),
                        LearnedLimits.NONE,
                        (amount, currency, day) -> 2 * amount);
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-31T00:00", doubled);
        Alert resolved =
                desk.stated.stream().filter(a -> a.status() == Status.RESOLVED).findFirst().get();
        assertThat(resolved.rule()).isEqualTo(STALLED);
        assertThat(resolved.stage()).isEqualTo("Negotiation");
        assertThat(resolved.owner()).isEqualTo("ada");
        assertThat(resolved.corporateAmount()).isEqualTo(24_690);
        assertThat(resolved.closeDate()).isEqualTo(LocalDate.of(2026, 6, 30).toEpochDay());
        assertThat(resolved.evidence())
                .isEqualTo(
                        "in Negotiation for 20 business days; the limit set for this stage is 15");
    }

    @Test
    void aBacklogThatResolvesTheDealRaisesNothing() {
        DealStory story = new DealStory().at("2026-03-02T09:00").created().stage("Qualified");
        story.at("2026-03-13T09:00").call();
        story.at("2026-03-17T09:00").stage("Won");
        AlertDesk desk = new AlertDesk().settle(story, "2026-06-01T00:00", AlertDesk.context());
        assertThat(desk.stated).isEmpty();
    }

    @Test
    void closingAndRemovingEndAnAlertForTheirOwnReason() {
        assertThat(ending(quiet().at("2026-03-18T10:00").stage("Won"))).isEqualTo(Resolution.WON);
        assertThat(ending(quiet().at("2026-03-18T10:00").stage("Lost"))).isEqualTo(Resolution.LOST);
        assertThat(ending(quiet().at("2026-03-18T10:00").deleted())).isEqualTo(Resolution.REMOVED);
        assertThat(ending(quiet().at("2026-03-18T10:00").mergedInto("d2")))
                .isEqualTo(Resolution.REMOVED);
        assertThat(ending(quiet().at("2026-03-18T10:00").call())).isEqualTo(Resolution.PROGRESS);
    }

    /** A deal of which the quiet alert was raised on 2026-03-16 at 09:00. */
    private static DealStory quiet() {
        return new DealStory().at("2026-03-02T09:00").created().stage("Qualified");
    }

    private static Resolution ending(DealStory story) {
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-19T00:00", AlertDesk.context());
        Alert last = desk.stated.get(desk.stated.size() - 1);
        assertThat(last.resolvedAt()).isEqualTo(TestCompany.instant("2026-03-18T10:00"));
        return last.resolution();
    }

    @Test
    void aLateCallWithdrawsTheAlertAndRaisesTheOneThatItsDateSupports() {
        DealHistory history = quiet().history();
        AlertDesk desk = new AlertDesk();
        desk.settle(history, TestCompany.instant("2026-03-25T00:00"), AlertDesk.context());
        Fact late = new DealStory().at("2026-03-05T14:00").call().facts().get(0);
        history.add(late);
        desk.correct(history, AlertDesk.context());
        assertThat(desk.about(QUIET))
                .containsExactly(
                        "RAISED 1 2026-03-16T09:00",
                        "UPDATED 2 2026-03-16T09:00",
                        "RESOLVED WITHDRAWN 2026-03-25T00:00",
                        "RAISED 1 2026-03-19T14:00");
        assertThat(desk.stated).extracting(Alert::version).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void aLateClosingEndsTheAlertWhenTheDealClosed() {
        DealHistory history = quiet().history();
        AlertDesk desk = new AlertDesk();
        desk.settle(history, TestCompany.instant("2026-03-20T00:00"), AlertDesk.context());
        history.add(new DealStory().at("2026-03-18T17:00").stage("Lost").facts().get(0));
        desk.correct(history, AlertDesk.context());
        assertThat(desk.about(QUIET))
                .containsExactly("RAISED 1 2026-03-16T09:00", "RESOLVED LOST 2026-03-18T17:00");
    }

    @Test
    void aLateFactThatChangesNothingStatesNothing() {
        DealHistory history = quiet().history();
        AlertDesk desk = new AlertDesk();
        desk.settle(history, TestCompany.instant("2026-03-20T00:00"), AlertDesk.context());
        history.add(new DealStory().at("2026-03-03T10:00").amount(5).facts().get(0));
        desk.correct(history, AlertDesk.context());
        assertThat(desk.stated).hasSize(1);
    }

    @Test
    void aLooserRuleEndsTheAlertAtItsFirstInstant() {
        DealStory story = quiet();
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-20T00:00", AlertDesk.context());
        AlertContext looser = since("2026-03-20T00:00", quietDays(20));
        desk.settle(story, "2026-04-12T00:00", looser);
        assertThat(desk.about(QUIET))
                .containsExactly(
                        "RAISED 1 2026-03-16T09:00",
                        "RESOLVED RULE_CHANGED 2026-03-20T00:00",
                        "RAISED 1 2026-03-30T09:00");
    }

    @Test
    void aTighterRuleRaisesWhatIsOverdueAtItsFirstInstantAndNotBefore() {
        DealStory story = quiet();
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-05T00:00", AlertDesk.context());
        // nothing was due: the book may not have been asked for days
        desk.settle(story, "2026-03-14T00:00", since("2026-03-13T12:00", quietDays(5)));
        assertThat(desk.about(QUIET)).containsExactly("RAISED 2 2026-03-13T12:00");
        assertThat(desk.stated).allMatch(Alert::backlog);
    }

    @Test
    void whatANewRuleBringsUpIsABacklogAndWhatComesLaterIsNews() {
        DealStory story = quiet().at("2026-03-18T10:00").call();
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-05T00:00", AlertDesk.context());
        desk.settle(story, "2026-03-26T00:00", since("2026-03-13T12:00", quietDays(5)));
        assertThat(desk.stated)
                .extracting(alert -> alert.status() + " " + alert.backlog())
                .containsExactly("RAISED true", "UPDATED true", "RESOLVED true", "RAISED false");
    }

    @Test
    void aLateFactLeavesABacklogABacklog() {
        DealHistory history = quiet().history();
        AlertContext tighter = since("2026-03-13T12:00", quietDays(5));
        AlertDesk desk = new AlertDesk();
        desk.settle(history, TestCompany.instant("2026-03-05T00:00"), AlertDesk.context());
        desk.settle(history, TestCompany.instant("2026-03-14T00:00"), tighter);
        // a call one day after the creation, told late: overdue by the new rule all the same
        history.add(new DealStory().at("2026-03-03T09:00").call().facts().get(0));
        desk.correct(history, tighter);
        assertThat(desk.book.openAlerts()).hasSize(1).allMatch(OpenAlert::backlog);
    }

    @Test
    void aChangedRuleThatOvertakesAFactSpeaksFromWhereTheBookStands() {
        DealStory story = quiet().at("2026-03-18T10:00").call();
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-17T00:00", AlertDesk.context());
        desk.settle(story, "2026-03-20T00:00", since("2026-03-19T00:00", quietDays(20)));
        assertThat(desk.about(QUIET))
                .containsExactly(
                        "RAISED 1 2026-03-16T09:00", "RESOLVED RULE_CHANGED 2026-03-17T00:00");
    }

    @Test
    void everyStretchOfTimeGoesByTheRuleInForceInIt() {
        DealStory story = quiet().at("2026-03-18T10:00").call();
        AlertContext looser = since("2026-03-19T00:00", quietDays(20));
        AlertDesk desk = new AlertDesk();
        desk.book.advance(
                "d1",
                story.history(),
                TestCompany.instant("2026-04-16T00:00"),
                t -> t < looser.since() ? AlertDesk.context() : looser,
                desk.stated::add);
        assertThat(desk.about(QUIET))
                .containsExactly(
                        "RAISED 1 2026-03-16T09:00",
                        "RESOLVED PROGRESS 2026-03-18T10:00",
                        "RAISED 1 2026-04-15T10:00");
    }

    @Test
    void aLateFactUnderAChangedRuleKeepsTheAlertThatBothRulesSupport() {
        DealHistory history = quiet().history();
        AlertDesk desk = new AlertDesk();
        desk.settle(history, TestCompany.instant("2026-03-17T00:00"), AlertDesk.context());
        AlertContext tighter = since("2026-03-17T00:00", quietDays(9));
        desk.settle(history, TestCompany.instant("2026-03-18T00:00"), tighter);
        history.add(new DealStory().at("2026-03-03T10:00").amount(5).facts().get(0));
        desk.correct(history, tighter);
        assertThat(desk.stated)
                .extracting(Alert::status)
                .containsExactly(Status.RAISED, Status.UPDATED);
        assertThat(desk.book.openAlerts())
                .singleElement()
                .satisfies(a -> assertThat(a.limit()).isEqualTo(9));
    }

    @Test
    void aZombieRaisesNothingNewAndKeepsWhatItHas() {
        DealStory story = quiet().at("2026-03-20T10:00").call().at("2026-06-10T10:00").call();
        AlertContext zombieInMay =
                AlertDesk.context(TestCompany.settings(), AlertDesk.learned(60, 75));
        AlertDesk desk = new AlertDesk().settle(story, "2026-12-31T00:00", zombieInMay);
        assertThat(desk.about(QUIET))
                .containsExactly(
                        "RAISED 1 2026-03-16T09:00",
                        "RESOLVED PROGRESS 2026-03-20T10:00",
                        "RAISED 1 2026-04-03T10:00",
                        "UPDATED 2 2026-04-03T10:00",
                        "UPDATED 3 2026-04-03T10:00",
                        "RESOLVED PROGRESS 2026-06-10T10:00");
        // 60 business days in Qualified would have passed on 25 May, nine days after the 75th day
        // of age
        assertThat(desk.about(STALLED)).isEmpty();
    }

    @Test
    void aDeadlineThatAFactPutsBehindAZombieIsNotKept() {
        DealStory story = quiet().at("2026-06-10T10:00").closeDate("2026-03-04");
        AlertContext zombieInMay =
                AlertDesk.context(TestCompany.settings(), AlertDesk.learned(60, 75));
        AlertDesk desk = new AlertDesk().settle(story, "2026-12-31T00:00", zombieInMay);
        assertThat(desk.about(AlertRule.CLOSE_DATE_OVERDUE)).isEmpty();
        assertThat(desk.book.nextDeadline(story.history(), zombieInMay)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void nothingIsStatedOfADealWhoseCreationIsUnknown() {
        DealStory story = new DealStory().at("2026-03-02T09:00").stage("Qualified").amount(1);
        AlertDesk desk = new AlertDesk().settle(story, "2026-12-31T00:00", AlertDesk.context());
        assertThat(desk.stated).isEmpty();
    }

    @Test
    void theEndOfTimeSettlesEverything() {
        DealHistory history = quiet().history();
        AlertDesk desk = new AlertDesk().settle(history, Long.MAX_VALUE, AlertDesk.context());
        assertThat(desk.about(QUIET)).hasSize(3);
        assertThat(desk.book.nextDeadline(history, AlertDesk.context())).isEqualTo(Long.MAX_VALUE);
    }

    private static AlertPolicy quietDays(int days) {
        return AlertDesk.policy(QUIET, rule -> rule.fallback(days));
    }

    private static AlertContext since(String local, AlertPolicy policy) {
        var settings = TestCompany.settings(TestCompany.CALENDAR, SourceTraits.ALL, policy);
        return new AlertContext(
                settings,
                LearnedLimits.NONE,
                (amount, c, day) -> amount,
                TestCompany.instant(local));
    }
}
