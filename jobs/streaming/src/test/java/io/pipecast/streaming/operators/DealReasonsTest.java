package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.MadeModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What rows of open deals say of their chance. */
class DealReasonsTest {
    private static final long DAY = 86_400_000;
    private static final long START = Company.at("2026-03-02T09:00:00Z");
    private static final double MILLION = 1_000_000;

    @Test
    void aLiveRowSaysWhatItsChanceIsMadeOfAndWhatMovedIt() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.steer(Steering.of(MadeModels.published(1, "m", 3, 9, START)));
            DealForecast young = rowAfter(track, 3);
            assertThat(young.why()).isNotNull();
            assertThat(young.why().lastWeek()).isNull();
            DealForecast old = rowAfter(track, 12);
            Explanation why = old.why();
            assertThat(chance(why.norm() + why.rest() + weight(why.reasons())))
                    .isCloseTo(old.probability(Horizon.EVER) / MILLION, within(2e-6));
            int before = logOdds(why.lastWeek().chance());
            int moved = why.lastWeek().rest() + weight(why.lastWeek().reasons());
            assertThat(chance(before + moved))
                    .isCloseTo(old.probability(Horizon.EVER) / MILLION, within(1e-5));
        }
    }

    @Test
    void beforeAnyModelAndOfAClosedDealThereIsNothingToSay() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            assertThat(rowAfter(track, 2).why()).isNull();
            track.steer(Steering.of(MadeModels.published(1, "m", 3, 9, START)));
            assertThat(rowAfter(track, 4).why()).isNotNull();
            track.event(event(START + 5 * DAY, "win", DealField.STAGE, "Closed Won"));
            assertThat(rowAfter(track, 6).why()).isNull();
        }
    }

    /** The deal's row once it is some days old and something has just been said of it. */
    private static DealForecast rowAfter(TrackHarness track, int days) throws Exception {
        if (days < 4) {
            track.event(event(START, "create", DealField.LIFECYCLE, null));
            track.event(event(START, "stage", DealField.STAGE, "Proposal"));
        }
        track.event(event(START + days * DAY, "touch" + days, DealField.NAME, "deal " + days));
        track.settle(START + days * DAY);
        track.passTime();
        return track.gather().lastRows().get("D");
    }

    private static DealEvent event(long time, String id, DealField field, String text) {
        long number = field == DealField.LIFECYCLE ? Lifecycle.CREATED.ordinal() : Fact.NO_NUMBER;
        Fact fact = new Fact(time, time, 0, DealEvent.hash(id), field, number, text);
        return new DealEvent("D", "crm", new Fact[] {fact});
    }

    private static int weight(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::weight).sum();
    }

    private static double chance(int logOdds) {
        return 1 / (1 + Math.exp(-logOdds / MILLION));
    }

    private static int logOdds(int millionths) {
        double p = millionths / MILLION;
        return (int) Math.rint(MILLION * Math.log(p / (1 - p)));
    }
}
