package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealStory;
import io.pipecast.domain.deal.RandomDeals;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What the model says at midnights. 2026-03-02 is a Monday; the quarter ends with March. */
class ChanceRulesTest {
    private static final AlertRule SLIP = AlertRule.WILL_SLIP;
    private static final AlertRule FELL = AlertRule.PROBABILITY_FELL;

    private final AlertDesk desk = new AlertDesk();

    private static DealStory due(String date) {
        return new DealStory()
                .at("2026-02-20T09:00")
                .created()
                .stage("Proposal")
                .call()
                .closeDate(date);
    }

    /** A midnight at which a learned model gives the deal chances, percent. */
    private void midnight(DealHistory history, String local, int ever, int inPeriod) {
        midnight(history, local, new Odds(ever * 10_000, inPeriod * 10_000, 7, true));
    }

    private void midnight(DealHistory history, String local, Odds odds) {
        long at = TestCompany.instant(local);
        desk.settle(history, at, AlertDesk.context());
        desk.book.judge("d1", history, at, odds, AlertDesk.context(), desk.stated::add);
    }

    @Test
    void aDealDueSoonAndUnlikelyWillSlipAndMoreSoTheLessLikelyItIs() {
        DealHistory history = due("2026-03-27").history();
        midnight(history, "2026-03-05T00:00", 60, 50);
        midnight(history, "2026-03-06T00:00", 60, 34);
        midnight(history, "2026-03-07T00:00", 60, 20);
        midnight(history, "2026-03-08T00:00", 60, 5);
        assertThat(desk.about(SLIP))
                .containsExactly(
                        "RAISED 1 2026-03-06T00:00",
                        "UPDATED 2 2026-03-06T00:00",
                        "UPDATED 3 2026-03-06T00:00");
        assertThat(desk.stated.get(0).evidence())
                .isEqualTo(
                        "due in this period, and 66 % likely not to be won in it, as the model"
                                + " says; the limit is 65 % (configured)");
        assertThat(desk.stated.get(0).unit()).isEqualTo("%");
    }

    @Test
    void aChanceThatTwitchesAroundTheLimitRaisesOneAlert() {
        DealHistory history = due("2026-03-27").history();
        for (int day = 5; day < 25; day++) {
            midnight(history, "2026-03-%02dT00:00".formatted(day), 60, 34 + day % 2 * 8);
        }
        midnight(history, "2026-03-25T00:00", 60, 60);
        assertThat(desk.about(SLIP))
                .containsExactly("RAISED 1 2026-03-06T00:00", "RESOLVED PROGRESS 2026-03-25T00:00");
    }

    @Test
    void whatIsDueLaterOrFarFromTheEndOfThePeriodDoesNotSlip() {
        midnight(due("2026-04-02").history(), "2026-03-20T00:00", 60, 5);
        midnight(due("2026-03-30").history(), "2026-02-22T00:00", 60, 5);
        assertThat(desk.about(SLIP)).isEmpty();
    }

    @Test
    void withoutALearnedModelNothingIsSaid() {
        DealHistory history = due("2026-03-27").history();
        midnight(history, "2026-03-06T00:00", new Odds(100_000, 50_000, 0, false));
        assertThat(desk.stated).isEmpty();
    }

    @Test
    void aDealThatLostHalfOfItsChanceFell() {
        DealHistory history = due("2026-06-27").history();
        midnight(history, "2026-03-03T00:00", 40, 0);
        midnight(history, "2026-03-04T00:00", 30, 0);
        midnight(history, "2026-03-05T00:00", 19, 0);
        assertThat(desk.about(FELL)).containsExactly("RAISED 1 2026-03-05T00:00");
        assertThat(desk.stated.get(0).evidence())
                .isEqualTo(
                        "its chance to be won is 52 % below the highest of the last weeks; the"
                                + " limit is 50 % (configured)");
    }

    @Test
    void aNewModelsChancesAreNoFallOfTheDeal() {
        DealHistory history = due("2026-06-27").history();
        midnight(history, "2026-03-03T00:00", new Odds(400_000, 0, 7, true));
        midnight(history, "2026-03-04T00:00", new Odds(100_000, 0, 8, true));
        midnight(history, "2026-03-05T00:00", new Odds(100_000, 0, 8, true));
        assertThat(desk.stated).isEmpty();
    }

    @Test
    void theHighestChanceIsForgottenAfterAMonth() {
        DealHistory history = due("2026-06-27").call().at("2026-03-20T09:00").call().history();
        midnight(history, "2026-03-03T00:00", 40, 0);
        midnight(history, "2026-04-05T00:00", 19, 0);
        assertThat(desk.about(FELL)).isEmpty();
    }

    @Test
    void anAlertOfTheModelEndsWithTheDealAndNotBeforeTheNextMidnightOtherwise() {
        DealStory story = due("2026-03-27");
        story.at("2026-03-06T12:00").closeDate("2026-06-20");
        midnight(story.history(), "2026-03-06T00:00", 60, 15);
        midnight(story.history(), "2026-03-07T00:00", 60, 0);
        assertThat(desk.about(SLIP))
                .containsExactly("RAISED 2 2026-03-06T00:00", "RESOLVED PROGRESS 2026-03-07T00:00");

        AlertDesk other = new AlertDesk();
        DealHistory lost = due("2026-03-27").at("2026-03-06T12:00").stage("Lost").history();
        long midnight = TestCompany.instant("2026-03-06T00:00");
        other.settle(lost, midnight, AlertDesk.context());
        Odds odds = new Odds(600_000, 150_000, 7, true);
        other.book.judge("d1", lost, midnight, odds, AlertDesk.context(), other.stated::add);
        other.settle(lost, TestCompany.instant("2026-03-08T00:00"), AlertDesk.context());
        assertThat(other.about(SLIP))
                .containsExactly("RAISED 2 2026-03-06T00:00", "RESOLVED LOST 2026-03-06T12:00");
    }

    @Test
    void savingAndRestoringBetweenMidnightsChangesNothing() {
        for (int seed = 0; seed < 500; seed++) {
            DealHistory history = RandomDeals.life(new Random(seed)).history();
            assertThat(stated(history, seed, true))
                    .as("seed %d", seed)
                    .isEqualTo(stated(history, seed, false));
        }
    }

    private static List<Alert> stated(DealHistory history, int seed, boolean restored) {
        Random random = new Random(seed);
        List<Alert> stated = new ArrayList<>();
        AlertBook book = new AlertBook();
        long midnight = TestCompany.instant("2026-01-06T00:00");
        for (int day = 0; day < 200; day++, midnight += 86_400_000) {
            int ever = 1 + random.nextInt(600_000);
            Odds odds = new Odds(ever, ever / 2, 1 + day / 100, true);
            book.advance("d1", history, midnight, AlertDesk.context(), stated::add);
            if (history.viewAt(midnight, TestCompany.STAGES).isOpen()) {
                book.judge("d1", history, midnight, odds, AlertDesk.context(), stated::add);
            }
            book = restored ? book.copy() : book;
        }
        return stated;
    }
}
