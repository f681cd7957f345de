package io.pipecast.domain.deal;

import static io.pipecast.domain.TestCompany.instant;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** What each fact means for the deal, one rule a test. */
class DealViewTest {
    private static DealStory created(String stage) {
        return new DealStory().at("2026-03-02T09:00").created().stage(stage);
    }

    private static String stage(DealView deal) {
        return TestCompany.STAGES.get(deal.stage).name();
    }

    @Test
    void aNewDealIsOpenAndInItsFirstStageSinceItsCreation() {
        DealView deal = created("Qualified").end();
        assertThat(deal.isOpen()).isTrue();
        assertThat(deal.createdAt).isEqualTo(instant("2026-03-02T09:00"));
        assertThat(deal.openedAt).isEqualTo(deal.createdAt);
        assertThat(deal.stageEnteredAt).isEqualTo(deal.createdAt);
        assertThat(deal.forwardMoves + deal.backwardMoves + deal.reentries).isZero();
    }

    @Test
    void aChangeBeforeTheCreationWaitsForIt() {
        DealStory story = new DealStory().at("2026-03-01T09:00").stage("Qualified").amount(5);
        story.at("2026-03-02T09:00").created();
        assertThat(story.asOf("2026-03-01T12:00").exists).isFalse();
        assertThat(story.asOf("2026-03-01T12:00").isOpen()).isFalse();
        assertThat(story.end().isOpen()).isTrue();
        assertThat(story.end().amount).isEqualTo(5);
    }

    @Test
    void theStageOfAnImportedDealHasNoClockUntilItMoves() {
        DealStory story = new DealStory().at("2026-03-02T09:00").found().stage("Proposal");
        assertThat(story.end().isOpen()).isTrue();
        assertThat(story.end().createdAt).isEqualTo(DealView.UNKNOWN);
        assertThat(story.end().stageEnteredAt).isEqualTo(DealView.UNKNOWN);
        DealView moved = story.at("2026-03-09T09:00").stage("Negotiation").end();
        assertThat(moved.stageEnteredAt).isEqualTo(instant("2026-03-09T09:00"));
        assertThat(moved.forwardMoves).isEqualTo(1);
    }

    @Test
    void movesAreCountedForwardAndBackAndReturnsToAStageApart() {
        DealStory story = created("Qualified").at("2026-03-03T09:00").stage("Negotiation");
        story.at("2026-03-04T09:00").stage("Proposal").at("2026-03-05T09:00").stage("Negotiation");
        DealView deal = story.end();
        assertThat(deal.forwardMoves).isEqualTo(2);
        assertThat(deal.backwardMoves).isEqualTo(1);
        assertThat(deal.reentries).isEqualTo(1);
        assertThat(stage(deal)).isEqualTo("Negotiation");
        assertThat(deal.stageEnteredAt).isEqualTo(instant("2026-03-05T09:00"));
        assertThat(deal.furthestStage).isEqualTo(TestCompany.STAGES.indexOf("Negotiation"));
    }

    @Test
    void statingTheStageItIsInChangesNothing() {
        DealView deal = created("Qualified").at("2026-03-09T09:00").stage("Qualified").end();
        assertThat(deal.stageEnteredAt).isEqualTo(instant("2026-03-02T09:00"));
        assertThat(deal.reentries).isZero();
    }

    @Test
    void anUnknownStageIsNoMove() {
        DealView deal = created("Qualified").at("2026-03-09T09:00").stage("Hyperspace").end();
        assertThat(stage(deal)).isEqualTo("Qualified");
        assertThat(deal.forwardMoves).isZero();
    }

    @Test
    void aClosedStageClosesTheDealAndIsNoMove() {
        DealStory story = created("Qualified").at("2026-03-09T09:00").stage("Won");
        story.text(DealField.CLOSE_REASON, "price");
        DealView deal = story.end();
        assertThat(deal.isWon()).isTrue();
        assertThat(deal.isOpen()).isFalse();
        assertThat(deal.closedAt).isEqualTo(instant("2026-03-09T09:00"));
        assertThat(deal.closeReason).isEqualTo("price");
        assertThat(deal.lastOpenStage).isEqualTo(TestCompany.STAGES.indexOf("Qualified"));
        assertThat(deal.forwardMoves).isZero();
    }

    @Test
    void reopeningBeginsANewVisitAndForgetsTheClosing() {
        DealStory story = created("Proposal").at("2026-03-09T09:00").stage("Lost");
        story.text(DealField.CLOSE_REASON, "price").at("2026-04-01T10:00").stage("Proposal");
        DealView deal = story.end();
        assertThat(deal.isOpen()).isTrue();
        assertThat(deal.reopenings).isEqualTo(1);
        assertThat(deal.closedAt).isEqualTo(DealView.UNKNOWN);
        assertThat(deal.closeReason).isNull();
        assertThat(deal.openedAt).isEqualTo(instant("2026-04-01T10:00"));
        assertThat(deal.stageEnteredAt).isEqualTo(instant("2026-04-01T10:00"));
        assertThat(deal.backwardMoves).isZero();
        assertThat(deal.reentries).isEqualTo(1);
    }

    @Test
    void anOutcomeApartFromTheStageClosesAndReopensToo() {
        DealStory story = created("Proposal").at("2026-03-09T09:00").outcome(Outcome.WON);
        assertThat(story.end().isWon()).isTrue();
        assertThat(stage(story.end())).isEqualTo("Proposal");
        DealView reopened = story.at("2026-04-01T10:00").outcome(Outcome.OPEN).end();
        assertThat(reopened.isOpen()).isTrue();
        assertThat(reopened.stageEnteredAt).isEqualTo(instant("2026-04-01T10:00"));
    }

    @Test
    void wonThenLostIsLostSinceTheLoss() {
        DealStory story = created("Proposal").at("2026-03-09T09:00").stage("Won");
        DealView deal = story.at("2026-03-20T09:00").stage("Lost").end();
        assertThat(deal.outcome).isEqualTo(Outcome.LOST);
        assertThat(deal.closedAt).isEqualTo(instant("2026-03-20T09:00"));
        assertThat(deal.reopenings).isZero();
    }

    @Test
    void aLaterCloseDateIsAPushAnEarlierOneAPull() {
        DealStory story = created("Proposal").closeDate("2026-03-31");
        story.at("2026-03-20T09:00").closeDate("2026-06-30");
        story.at("2026-03-25T09:00")
                .closeDate("2026-05-31")
                .at("2026-03-26T09:00")
                .closeDate("2026-05-31");
        DealView deal = story.end();
        assertThat(deal.pushes).isEqualTo(1);
        assertThat(deal.pulls).isEqualTo(1);
        assertThat(deal.lastPushAt).isEqualTo(instant("2026-03-20T09:00"));
        assertThat(deal.firstCloseDate).isEqualTo(LocalDate.of(2026, 3, 31).toEpochDay());
        assertThat(deal.closeDate).isEqualTo(LocalDate.of(2026, 5, 31).toEpochDay());
    }

    @Test
    void theDateResetByTheClosingIsNoPushAndNoPull() {
        DealStory earlier = created("Proposal").closeDate("2026-06-30");
        earlier.at("2026-03-20T09:00").closeDate("2026-03-20").stage("Won");
        assertThat(earlier.end().pulls).isZero();
        DealStory later = created("Proposal").closeDate("2026-03-10");
        later.at("2026-03-20T09:00").closeDate("2026-03-20").stage("Lost");
        assertThat(later.end().pushes).isZero();
        assertThat(later.end().closeDate).isEqualTo(LocalDate.of(2026, 3, 20).toEpochDay());
    }

    @Test
    void clearingTheCloseDateIsNeitherAndADateAfterwardsIsNoPush() {
        DealStory story = created("Proposal").closeDate("2026-03-31");
        story.at("2026-03-20T09:00").number(DealField.CLOSE_DATE, Fact.NO_NUMBER);
        assertThat(story.end().closeDate).isEqualTo(DealView.UNKNOWN);
        DealView deal = story.at("2026-03-21T09:00").closeDate("2026-09-30").end();
        assertThat(deal.pushes + deal.pulls).isZero();
        assertThat(deal.firstCloseDate).isEqualTo(LocalDate.of(2026, 3, 31).toEpochDay());
    }

    @Test
    void amountChangesAreCountedWhileOpenAndTheFirstIsKept() {
        DealStory story = created("Proposal").amount(100).at("2026-03-03T09:00").amount(150);
        story.at("2026-03-04T09:00").amount(120).at("2026-03-05T09:00").stage("Won").amount(90);
        DealView deal = story.end();
        assertThat(deal.firstAmount).isEqualTo(100);
        assertThat(deal.amount).isEqualTo(90);
        assertThat(deal.amountIncreases).isEqualTo(1);
        assertThat(deal.amountDecreases).isEqualTo(1);
    }

    @Test
    void ownerChangesAreCountedFromTheSecondOwnerOn() {
        DealStory story = created("Proposal").text(DealField.OWNER, "ada");
        story.at("2026-03-03T09:00").text(DealField.OWNER, "bob");
        DealView deal = story.end();
        assertThat(deal.owner).isEqualTo("bob");
        assertThat(deal.ownerChanges).isEqualTo(1);
        assertThat(deal.ownerSince).isEqualTo(instant("2026-03-03T09:00"));
    }

    @Test
    void aDeletedDealIsGoneUntilUndeleted() {
        DealStory story = created("Proposal").at("2026-03-03T09:00").deleted();
        assertThat(story.end().isOpen()).isFalse();
        assertThat(story.end().exists).isTrue();
        DealView back = story.at("2026-03-09T09:00").undeleted().end();
        assertThat(back.isOpen()).isTrue();
        assertThat(back.openedAt).isEqualTo(instant("2026-03-09T09:00"));
        assertThat(back.stageEnteredAt).isEqualTo(instant("2026-03-02T09:00"));
    }

    @Test
    void aMergedDealIsGoneAndNamesItsSurvivor() {
        DealStory story = created("Won").at("2026-03-03T09:00").mergedInto("d2");
        assertThat(story.end().isWon()).isFalse();
        assertThat(story.end().mergedInto).isEqualTo("d2");
        assertThat(story.at("2026-03-04T09:00").undeleted().end().mergedInto).isNull();
    }

    @Test
    void buyerFacingActivityIsKeptApartFromInternal() {
        DealStory story = created("Proposal").at("2026-03-03T09:00").call();
        story.at("2026-03-04T09:00").activity(Kind.EMAIL, Direction.INBOUND, Status.COMPLETED);
        story.at("2026-03-05T09:00").activity(Kind.NOTE, Direction.INTERNAL, Status.COMPLETED);
        story.at("2026-03-06T09:00").activity(Kind.CALL, Direction.OUTBOUND, Status.SCHEDULED);
        DealView deal = story.end();
        assertThat(deal.buyerActivities).isEqualTo(2);
        assertThat(deal.inboundActivities).isEqualTo(1);
        assertThat(deal.internalActivities).isEqualTo(1);
        assertThat(deal.completedByKind[Kind.CALL.ordinal()]).isEqualTo(1);
        assertThat(deal.lastBuyerAt).isEqualTo(instant("2026-03-04T09:00"));
        assertThat(deal.lastInboundAt).isEqualTo(instant("2026-03-04T09:00"));
        assertThat(deal.lastActivityAt).isEqualTo(instant("2026-03-05T09:00"));
    }

    @Test
    void aBookedMeetingStandsUntilMovedOrCanceled() {
        DealStory story = created("Proposal").meetingBooked("2026-03-20T11:00");
        story.at("2026-03-05T09:00").meetingBooked("2026-03-24T11:00");
        assertThat(story.end().meetingAt).isEqualTo(instant("2026-03-24T11:00"));
        story.at("2026-03-06T09:00").activity(Kind.CALL, Direction.OUTBOUND, Status.CANCELED);
        assertThat(story.end().meetingAt).isEqualTo(instant("2026-03-24T11:00"));
        story.at("2026-03-07T09:00").activity(Kind.MEETING, Direction.OUTBOUND, Status.CANCELED);
        assertThat(story.end().meetingAt).isEqualTo(DealView.UNKNOWN);
    }

    @Test
    void clearedTextsAndMeasuresAreUnknownAgain() {
        DealStory story =
                created("Proposal").text(DealField.TERRITORY, "north").text(DealField.NAME, "Big");
        story.text(DealField.CATEGORY, "COMMIT").text(DealField.DEAL_TYPE, "RENEWAL");
        assertThat(story.end().category).isEqualTo(ForecastCategory.COMMIT);
        assertThat(story.end().dealType).isEqualTo(DealType.RENEWAL);
        story.at("2026-03-03T09:00").text(DealField.TERRITORY, null).text(DealField.CATEGORY, null);
        DealView deal = story.text(DealField.DEAL_TYPE, null).end();
        assertThat(deal.territory).isNull();
        assertThat(deal.category).isNull();
        assertThat(deal.dealType).isNull();
        assertThat(deal.name).isEqualTo("Big");
    }
}
