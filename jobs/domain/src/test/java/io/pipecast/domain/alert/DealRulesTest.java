package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import io.pipecast.domain.deal.DealStory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When each rule fires, over weekends, holidays and the days the clocks change. 2026-03-02 is a
 * Monday.
 */
class DealRulesTest {
    private static final AlertPolicy DEFAULT = AlertPolicy.DEFAULT;
    private static final SourceTraits ALL = SourceTraits.ALL;

    private static List<String> stalled(DealStory story, AlertContext context) {
        return stated(AlertRule.STALLED_IN_STAGE, story, context);
    }

    private static List<String> quiet(DealStory story, AlertContext context) {
        return stated(AlertRule.GONE_QUIET, story, context);
    }

    private static List<String> overdue(DealStory story, AlertContext context) {
        return stated(AlertRule.CLOSE_DATE_OVERDUE, story, context);
    }

    private static List<String> stated(AlertRule rule, DealStory story, AlertContext context) {
        return new AlertDesk().settle(story, "2026-12-31T00:00", context).about(rule);
    }

    private static DealStory created(String local, String stage) {
        return new DealStory().at(local).created().stage(stage);
    }

    @Test
    void stalledTakesTheHandSetLimitBeforeTheLearnedBeforeTheConfigured() {
        AlertContext learned =
                AlertDesk.context(TestCompany.settings(), AlertDesk.learned(11.2, 1e9));
        DealStory handSet = created("2026-03-02T09:00", "Negotiation");
        DealStory other = created("2026-03-02T09:00", "Proposal");
        assertThat(stalled(handSet, learned)).first().isEqualTo("RAISED 1 2026-03-23T09:00");
        assertThat(stalled(other, learned)).first().isEqualTo("RAISED 1 2026-03-18T09:00");
        assertThat(stalled(other, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-30T09:00");
    }

    @Test
    void stalledSaysWhereItsLimitComesFrom() {
        AlertContext learned =
                AlertDesk.context(TestCompany.settings(), AlertDesk.learned(11.2, 1e9));
        DealStory story = created("2026-03-02T09:00", "Proposal");
        Alert byLearning = new AlertDesk().settle(story, "2026-03-19T00:00", learned).stated.get(1);
        assertThat(byLearning.thresholdSource()).isEqualTo("learned");
        assertThat(byLearning.evidence())
                .isEqualTo(
                        "in Proposal for 12 business days; 9 of 10 won deals left it within 12 (learned)");
        Alert configured =
                new AlertDesk()
                        .settle(story, "2026-03-31T00:00", AlertDesk.context())
                        .stated
                        .get(3);
        assertThat(configured.thresholdSource()).isEqualTo("configured");
        assertThat(configured.evidence())
                .isEqualTo(
                        "in Proposal for 20 business days; the limit for any stage is 20 (configured)");
    }

    @Test
    void everyVisitToAStageHasItsOwnClock() {
        DealStory story = created("2026-03-02T09:00", "Negotiation");
        story.at("2026-03-20T15:00").stage("Proposal");
        story.at("2026-03-23T09:00").stage("Negotiation");
        assertThat(stalled(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-04-13T09:00");
    }

    @Test
    void aMoveBackwardResolvesAStalledAlertToo() {
        DealStory story = created("2026-03-02T09:00", "Negotiation");
        story.at("2026-03-24T10:00").stage("Qualified");
        story.at("2026-03-25T10:00").stage("Lost");
        assertThat(stalled(story, AlertDesk.context()))
                .containsExactly("RAISED 1 2026-03-23T09:00", "RESOLVED PROGRESS 2026-03-24T10:00");
    }

    @Test
    void aStageFoundByTheFirstImportHasNoClock() {
        DealStory story = new DealStory().at("2026-03-02T09:00").found().stage("Negotiation");
        assertThat(stalled(story, AlertDesk.context())).isEmpty();
        story.at("2026-03-03T09:00").stage("Proposal");
        assertThat(stalled(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-31T09:00");
    }

    @Test
    void timeClosedIsNoTimeInStage() {
        DealStory story = created("2026-03-02T09:00", "Negotiation");
        story.at("2026-03-04T09:00").outcome(Outcome.LOST);
        story.at("2026-05-04T09:00").outcome(Outcome.OPEN);
        assertThat(stalled(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-05-25T09:00");
    }

    @Test
    void weekendsAndHolidaysDoNotCount() {
        AlertContext holidays =
                AlertDesk.context(
                        TestCompany.settings(
                                TestCompany.calendarWithHolidays(
                                        LocalDate.of(2026, 4, 3), LocalDate.of(2026, 4, 6)),
                                ALL,
                                DEFAULT));
        DealStory story = created("2026-03-27T18:00", "Qualified");
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-04-10T18:00");
        assertThat(quiet(story, holidays)).first().isEqualTo("RAISED 1 2026-04-14T18:00");
    }

    @Test
    void whatBeginsOnAWeekendCountsFromMonday() {
        DealStory story = created("2026-03-07T15:00", "Qualified");
        // ten whole working days: Monday the 9th to Friday the 20th
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-21T00:00");
    }

    @Test
    void theHourOfDayIsKeptAcrossTheChangesOfTheClocks() {
        DealStory spring = created("2026-03-23T14:00", "Qualified");
        assertThat(quiet(spring, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-04-06T14:00");
        DealStory autumn = created("2026-10-19T14:00", "Qualified");
        assertThat(quiet(autumn, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-11-02T14:00");
    }

    @Test
    void onlyCompletedBuyerFacingActivityBreaksTheSilence() {
        DealStory story = created("2026-03-02T09:00", "Qualified");
        story.at("2026-03-04T09:00").activity(Kind.NOTE, Direction.INTERNAL, Status.COMPLETED);
        story.at("2026-03-05T09:00").activity(Kind.CALL, Direction.OUTBOUND, Status.SCHEDULED);
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-16T09:00");
        story.at("2026-03-06T09:00").activity(Kind.EMAIL, Direction.INBOUND, Status.COMPLETED);
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-20T09:00");
    }

    @Test
    void aBookedMeetingHoldsQuietBackUntilADayAfterIt() {
        DealStory story =
                created("2026-03-02T09:00", "Qualified").meetingBooked("2026-03-19T11:00");
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-20T11:00");
        story.at("2026-03-10T09:00").activity(Kind.MEETING, Direction.OUTBOUND, Status.CANCELED);
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-03-16T09:00");
    }

    @Test
    void bookingAMeetingEndsAQuietAlert() {
        DealStory story = created("2026-03-02T09:00", "Qualified");
        story.at("2026-03-17T09:00").meetingBooked("2026-03-25T11:00");
        story.at("2026-03-25T12:00").call().at("2026-03-26T12:00").stage("Won");
        assertThat(quiet(story, AlertDesk.context()))
                .containsExactly("RAISED 1 2026-03-16T09:00", "RESOLVED PROGRESS 2026-03-17T09:00");
    }

    @Test
    void aReopenedDealIsNotQuietAtOnce() {
        DealStory story = created("2026-03-02T09:00", "Qualified");
        story.at("2026-03-05T09:00").stage("Lost").at("2026-06-01T09:00").stage("Qualified");
        assertThat(quiet(story, AlertDesk.context()))
                .first()
                .isEqualTo("RAISED 1 2026-06-15T09:00");
    }

    @Test
    void overdueCountsFromTheEndOfTheCloseDate() {
        DealStory friday = created("2026-03-02T09:00", "Qualified").closeDate("2026-03-13");
        // Monday and Tuesday are the grace
        assertThat(overdue(friday, AlertDesk.context()))
                .containsExactly(
                        "RAISED 1 2026-03-18T00:00",
                        "UPDATED 2 2026-03-18T00:00",
                        "UPDATED 3 2026-03-18T00:00");
        Alert first =
                new AlertDesk()
                        .settle(friday, "2026-03-18T00:00", AlertDesk.context())
                        .stated
                        .get(1);
        assertThat(first.evidence())
                .isEqualTo(
                        "still open 2 business days after its close date 2026-03-13; the grace is 2 (configured)");
    }

    @Test
    void withoutGraceADealIsOverdueAtMidnight() {
        AlertPolicy noGrace =
                AlertDesk.policy(AlertRule.CLOSE_DATE_OVERDUE, rule -> rule.threshold(0));
        DealStory story = created("2026-03-02T09:00", "Qualified").closeDate("2026-03-12");
        assertThat(
                        overdue(
                                story,
                                AlertDesk.context(
                                        TestCompany.settings(TestCompany.CALENDAR, ALL, noGrace))))
                .first()
                .isEqualTo("RAISED 1 2026-03-13T00:00");
    }

    @Test
    void movingTheDateIntoTheFutureEndsOverdueMovingItToAnotherPastDayDoesNot() {
        DealStory story = created("2026-03-02T09:00", "Qualified").closeDate("2026-03-13");
        story.at("2026-03-23T10:00").closeDate("2026-03-16");
        story.at("2026-03-24T10:00").closeDate("2026-06-30").at("2026-03-25T10:00").stage("Won");
        assertThat(overdue(story, AlertDesk.context()))
                .containsExactly(
                        "RAISED 1 2026-03-18T00:00",
                        "UPDATED 2 2026-03-18T00:00",
                        "UPDATED 3 2026-03-18T00:00",
                        "UPDATED 3 2026-03-18T00:00",
                        "RESOLVED PROGRESS 2026-03-24T10:00");
    }

    @Test
    void aDateEnteredLongPastIsRaisedWhenItWasEntered() {
        DealStory story = created("2026-03-02T09:00", "Qualified").closeDate("2025-12-31");
        assertThat(overdue(story, AlertDesk.context()))
                .containsExactly("RAISED 3 2026-03-02T09:00");
    }

    @Test
    void implausibleDatesNeitherFireNorFail() {
        DealStory story = created("2026-03-02T09:00", "Qualified").closeDate("9999-12-31");
        story.meetingBooked("9999-01-01T00:00");
        assertThat(overdue(story, AlertDesk.context())).isEmpty();
        assertThat(quiet(story, AlertDesk.context())).isEmpty();
        DealStory ancient = created("2026-03-02T09:00", "Qualified").closeDate("1900-01-01");
        assertThat(overdue(ancient, AlertDesk.context())).hasSize(1);
    }

    @Test
    void aRuleIsSilentWhereTheSourceCarriesNothingForItOrItIsSwitchedOff() {
        DealStory story = created("2026-03-02T09:00", "Negotiation").closeDate("2026-03-13");
        SourceTraits bare = new SourceTraits(true, false, true, false, true);
        AlertPolicy off = AlertPolicy.DEFAULT;
        for (AlertRule rule : AlertRule.values()) {
            off = off.with(off.of(rule).enabled(false));
        }
        AlertContext noSource = context(bare, DEFAULT);
        assertThat(quiet(story, noSource)).isEmpty();
        assertThat(overdue(story, noSource)).isEmpty();
        assertThat(stalled(story, noSource)).isNotEmpty();
        AlertDesk silent = new AlertDesk().settle(story, "2026-12-31T00:00", context(ALL, off));
        assertThat(silent.stated).isEmpty();
    }

    private static AlertContext context(SourceTraits source, AlertPolicy policy) {
        PipelineSettings settings = TestCompany.settings(TestCompany.CALENDAR, source, policy);
        return AlertDesk.context(settings);
    }
}
