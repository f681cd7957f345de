package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.MadeModels;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is put on record of the chances given at midnights. */
class ScoresTest {
    private static final long DAY = 86_400_000;
    private static final long START = Company.at("2026-03-02T09:00:00Z");
    private static final int DEALS = 20;

    @Test
    void everyOpenDealIsRecordedOnceAWeekAndItsEndOnce() throws Exception {
        try (TrackHarness track = company(Company.live())) {
            days(track, 1, 15);
            track.event(won("D0", START + 15 * DAY));
            days(track, 16, 28);
            List<DealScore> scores = track.gather().scores;
            for (int i = 1; i < DEALS; i++) {
                String id = "D" + i;
                assertThat(scores.stream().filter(row -> row.opportunityId().equals(id)))
                        .hasSize(4)
                        .allMatch(row -> row.isOpen() && row.probabilities().length > 0);
            }
            assertThat(scores.stream().filter(row -> row.outcome() == Outcome.WON))
                    .singleElement()
                    .satisfies(row -> assertThat(row.closedAt()).isEqualTo(START + 15 * DAY));
            assertThat(track.shadow).isEmpty();
        }
    }

    @Test
    void aShadowIsAskedAtTheSameMidnightsAndChangesNothingElse() throws Exception {
        try (TrackHarness alone = company(Company.live());
                TrackHarness shadowed = company(Company.live())) {
            for (TrackHarness track : List.of(alone, shadowed)) {
                track.steer(
                        Steering.of(MadeModels.published(1, "champion", 1, 9, START + 2 * DAY)));
            }
            shadowed.steer(Steering.of(shadow(2, MadeModels.document("shadow", 1, 9))));
            shadowed.steer(Steering.of(shadow(3, MadeModels.document("other", 2, 9))));
            days(alone, 2, 20);
            days(shadowed, 2, 20);
            assertThat(shadowed.gather().scores)
                    .usingRecursiveComparison()
                    .isEqualTo(alone.gather().scores);
            assertThat(shadowed.deals).usingRecursiveComparison().isEqualTo(alone.deals);
            assertThat(shadowed.alerts).isEqualTo(alone.alerts);
            List<DealScore> beside = since(shadowed.scores, START + 2 * DAY);
            assertThat(shadowed.shadow)
                    .isNotEmpty()
                    .allMatch(row -> row.shadow() && row.modelVersion().equals("other"))
                    .extracting(row -> row.opportunityId() + row.asOf())
                    .isEqualTo(
                            beside.stream().map(row -> row.opportunityId() + row.asOf()).toList());
            assertThat(beside.get(0).deciles()).containsKeys("age", "pushes");
            assertThat(beside.get(0).deciles().values()).allMatch(d -> d >= 0 && d <= 9);
            assertThat(shadowed.shadow.get(0).probabilities())
                    .isNotEqualTo(beside.get(0).probabilities());
        }
    }

    @Test
    void aShadowOfTheSameModelSaysTheSameUntilItEnds() throws Exception {
        try (TrackHarness track = company(Company.live())) {
            track.steer(Steering.of(MadeModels.published(1, "a", 1, 9, START + 2 * DAY)));
            track.steer(Steering.of(shadow(2, MadeModels.document("a", 1, 9))));
            days(track, 2, 10);
            track.gather();
            List<DealScore> beside = since(track.scores, START + 2 * DAY);
            assertThat(track.shadow).isNotEmpty().hasSameSizeAs(beside);
            for (int i = 0; i < track.shadow.size(); i++) {
                assertThat(track.shadow.get(i).probabilities())
                        .isEqualTo(beside.get(i).probabilities());
            }
            int before = track.shadow.size();
            track.steer(
                    Steering.of(
                            new ModelPublished(
                                    3,
                                    "none",
                                    START + 10 * DAY,
                                    START + 10 * DAY,
                                    "test",
                                    new byte[0],
                                    ModelPublished.Role.SHADOW_END,
                                    ModelPublished.NONE)));
            days(track, 11, 20);
            assertThat(track.gather().shadow).hasSize(before);
        }
    }

    @Test
    void aReplayKeepsNoRecord() throws Exception {
        try (TrackHarness track = company(Company.replay())) {
            days(track, 1, 15);
            assertThat(track.gather().scores).isEmpty();
            assertThat(track.snapshots).isNotEmpty();
        }
    }

    private static List<DealScore> since(List<DealScore> scores, long from) {
        return scores.stream().filter(row -> row.asOf() >= from).toList();
    }

    private static ModelPublished shadow(long sequence, byte[] document) {
        return new ModelPublished(
                sequence,
                "shadow",
                START + 2 * DAY,
                START + 2 * DAY,
                "test",
                document,
                ModelPublished.Role.SHADOW,
                ModelPublished.NONE);
    }

    private static TrackHarness company(JobPlan plan) throws Exception {
        TrackHarness track = new TrackHarness(plan);
        for (int i = 0; i < DEALS; i++) {
            Fact[] facts = {
                new Fact(
                        START, START, 1, 1, DealField.LIFECYCLE, Lifecycle.CREATED.ordinal(), null),
                new Fact(START, START, 2, 1, DealField.STAGE, Fact.NO_NUMBER, "Proposal")
            };
            track.event(new DealEvent("D" + i, "crm", facts));
        }
        return track;
    }

    private static void days(TrackHarness track, int from, int to) throws Exception {
        for (int day = from; day <= to; day++) {
            track.settle(START + day * DAY);
            track.passTime();
        }
    }

    private static DealEvent won(String id, long at) {
        Fact fact = new Fact(at, at, 9, 9, DealField.STAGE, Fact.NO_NUMBER, "Closed Won");
        return new DealEvent(id, "crm", new Fact[] {fact});
    }
}
