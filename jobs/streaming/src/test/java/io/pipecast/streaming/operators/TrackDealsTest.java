package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.streaming.Company;
import io.pipecast.testkit.Deals;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrackDealsTest {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;
    private static final long START = Company.at("2026-03-02T09:00:00Z");

    private int order;

    @Test
    void keepsOneTimerPerDeal() throws Exception {
        for (JobPlan plan : List.of(Company.live(), Company.replay())) {
            try (TrackHarness track = new TrackHarness(plan)) {
                long clock = 0;
                for (DealEvent event : Company.deals(new Random(5), 12)) {
                    track.event(event);
                    clock = Math.max(clock, event.time());
                    track.settle(clock - HOUR);
                    track.passTime();
                    assertThat(track.timers()).isLessThanOrEqualTo(12);
                }
            }
        }
    }

    @Test
    void countsALateFactAndCorrectsWithIt() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.event(created(START));
            track.settle(START + 3 * DAY);
            track.event(change(START + DAY, fact(DealField.AMOUNT, 77)));
            track.settle(START + 4 * DAY);
            track.passTime();
            track.gather();
            assertThat(track.counted("lateEvents")).isEqualTo(1);
            assertThat(track.lastRows().get("D").amount()).isEqualTo(77);
        }
    }

    @Test
    void countsARepeatedEventAndStatesNothingAnew() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            DealEvent event = created(START);
            track.event(event);
            track.settle(START + HOUR);
            track.passTime();
            int rows = track.gather().deals.size();
            track.event(event);
            track.passTime();
            assertThat(track.counted("repeatedEvents")).isEqualTo(1);
            assertThat(track.gather().deals).hasSize(rows);
        }
    }

    @Test
    void aChangeBeforeTheCreationWaitsForIt() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.settle(START - 2 * HOUR);
            track.event(change(START + HOUR, fact(DealField.AMOUNT, 500)));
            track.settle(START + HOUR);
            track.passTime();
            assertThat(track.gather().deals).isEmpty();

            track.event(created(START));
            track.passTime();
            assertThat(track.gather().lastRows().get("D").amount()).isEqualTo(500);
        }
    }

    @Test
    void aFactDatedAheadCountsOnceTheClockPassesIt() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.event(created(START));
            track.event(change(START + DAY, fact(DealField.AMOUNT, 900)));
            track.settle(START);
            track.passTime();
            assertThat(track.gather().lastRows().get("D").amount()).isEqualTo(100);

            track.settle(START + DAY);
            track.passTime();
            assertThat(track.gather().lastRows().get("D").amount()).isEqualTo(900);
        }
    }

    @Test
    void aFactThatCameBeforeTheClockWasKnownAgainCountsInTime() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.settle(START - DAY);
            track.restart();
            track.event(created(START));
            track.passTime();
            track.settle(START - DAY);
            track.passTime();
            assertThat(track.gather().deals).isEmpty();

            track.settle(START);
            track.passTime();
            assertThat(track.gather().lastRows()).containsKey("D");
        }
    }

    @Test
    void aStallIsAlertedThoughNoEventComes() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.event(created(START));
            track.settle(START + HOUR);
            track.settle(START + 40 * DAY);
            assertThat(track.gather().alerts)
                    .extracting(alert -> alert.rule() + " " + alert.status())
                    .contains("STALLED_IN_STAGE RAISED", "GONE_QUIET RAISED");
            assertThat(track.alerts).allMatch(alert -> alert.raisedAt() <= START + 40 * DAY);
        }
    }

    @Test
    void aBacklogOfThreeDaysRaisesNoAlertThatItResolves() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            // quiet after ten business days: the call of the ninth lies in the backlog
            track.event(created(START));
            track.settle(START + 10 * DAY);
            track.restart();
            track.event(change(START + 11 * DAY, call()));
            track.settle(START + 15 * DAY);
            track.passTime();
            assertThat(track.gather().alerts).isEmpty();
            track.settle(START + 30 * DAY);
            assertThat(track.gather().alerts).isNotEmpty();
        }
    }

    @Test
    void whatComesAfterTheRetentionIsRefused() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            track.event(created(START));
            track.event(change(START + DAY, fact(DealField.STAGE, "Closed Won")));
            track.settle(START + 2 * DAY);
            track.passTime();
            track.settle(START + 60 * DAY);
            assertThat(track.timers()).isZero();

            track.event(change(START + 60 * DAY, fact(DealField.AMOUNT, 5)));
            track.passTime();
            track.gather();
            assertThat(track.rejected)
                    .containsExactly("after-retention: deal D was dropped 30 days after it ended");
            assertThat(track.counted("eventsAfterRetention")).isEqualTo(1);
            DealForecast last = track.lastRows().get("D");
            assertThat(last.outcome()).isEqualTo(Outcome.WON);
            assertThat(last.amount()).isEqualTo(100);
        }
    }

    @Test
    void versionsOnlyGrow() throws Exception {
        try (TrackHarness track = new TrackHarness(Company.live())) {
            List<DealEvent> events =
                    Deals.disordered(Company.deals(new Random(2), 5), new Random(3), 30 * DAY, 0.2);
            long clock = 0;
            for (DealEvent event : events) {
                track.event(event);
                clock = Math.max(clock, event.time());
                track.settle(clock - HOUR);
                track.passTime();
            }
            track.gather();
            for (int i = 0; i < 5; i++) {
                String id = "D" + i;
                assertThat(track.deals.stream().filter(row -> row.opportunityId().equals(id)))
                        .extracting(DealForecast::version)
                        .isSorted();
                assertThat(track.alerts.stream().filter(row -> row.opportunityId().equals(id)))
                        .extracting(Alert::version)
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        }
    }

    private DealEvent created(long at) {
        return change(
                at,
                fact(DealField.LIFECYCLE, Lifecycle.CREATED.ordinal()),
                fact(DealField.STAGE, "Proposal"),
                fact(DealField.OWNER, "u1"),
                fact(DealField.AMOUNT, 100));
    }

    private record Value(DealField field, long number, String text) {}

    private static Value fact(DealField field, long number) {
        return new Value(field, number, null);
    }

    private static Value fact(DealField field, String text) {
        return new Value(field, Fact.NO_NUMBER, text);
    }

    private static Value call() {
        return fact(
                DealField.ACTIVITY,
                ActivityCode.pack(
                        ActivityCode.Kind.CALL,
                        ActivityCode.Direction.OUTBOUND,
                        ActivityCode.Status.COMPLETED));
    }

    private DealEvent change(long at, Value... values) {
        order++;
        Fact[] facts = new Fact[values.length];
        for (int i = 0; i < values.length; i++) {
            Value v = values[i];
            facts[i] = new Fact(at, at, order, order, v.field, v.number, v.text);
        }
        return new DealEvent("D", "crm", facts);
    }
}
