package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.Call;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.rollup.Stake;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.track.StakeChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrganizeScopesTest {
    private static final long MIDNIGHT = Company.at("2026-02-10T23:00:00Z");
    private static final long DAY = 86_400_000;

    @Test
    void aSettledCutWaitsForAllDeltasOfItsInstant() throws Exception {
        try (OrganizeHarness organize = organized(Company.replay())) {
            organize.take(won(1_000, "u0", MIDNIGHT, true));
            organize.settle(MIDNIGHT - 1);
            assertThat(organize.settled).isEmpty();

            organize.take(won(200, "u5", MIDNIGHT, true));
            organize.take(won(70, "u5", MIDNIGHT + DAY, true));
            organize.settle(MIDNIGHT);
            assertThat(company(organize.settled).value(Quantity.CLOSED)).isEqualTo(1_200);
            assertThat(company(organize.settled).asOf()).isEqualTo(MIDNIGHT);

            organize.settle(MIDNIGHT + DAY);
            assertThat(company(organize.settled).value(Quantity.CLOSED)).isEqualTo(1_270);
        }
    }

    @Test
    void aCutIsDrawnEveryMidnightThoughNothingComes() throws Exception {
        try (OrganizeHarness organize = organized(Company.replay())) {
            organize.take(won(1_000, "u0", MIDNIGHT, true));
            organize.settle(MIDNIGHT + 5 * DAY);
            assertThat(organize.settled)
                    .extracting(PipelineForecast::asOf)
                    .contains(MIDNIGHT, MIDNIGHT + DAY, MIDNIGHT + 5 * DAY);
        }
    }

    @Test
    void nothingIsDrawnPastTheEndOfAReplay() throws Exception {
        try (OrganizeHarness organize = organized(Company.replay())) {
            organize.take(won(1_000, "u0", MIDNIGHT, true));
            organize.steer(Steering.end(MIDNIGHT + DAY));
            organize.settle(Long.MAX_VALUE);
            assertThat(organize.settled)
                    .extracting(PipelineForecast::asOf)
                    .contains(MIDNIGHT + DAY)
                    .allMatch(at -> at <= MIDNIGHT + DAY);
        }
    }

    @Test
    void cutsAreNumberedOnEvenWhenTheJobStartsWithoutItsState() throws Exception {
        try (OrganizeHarness organize = organized(Company.live())) {
            for (int i = 0; i < 5; i++) {
                organize.take(won(300, "u1", MIDNIGHT + i, false));
                organize.passTime();
            }
            organize.restart();
            organize.take(won(300, "u1", MIDNIGHT + 9, false));
            organize.passTime();
            organize.startAnew();
            for (Steering record : Company.organization()) {
                organize.steer(record);
            }
            organize.take(won(300, "u1", MIDNIGHT, false));
            organize.passTime();
            assertThat(organize.provisional).extracting(PipelineForecast::cut).isSorted();
            assertThat(
                            organize.provisional.stream()
                                    .mapToLong(PipelineForecast::cut)
                                    .distinct()
                                    .count())
                    .isEqualTo(7);
        }
    }

    @Test
    void provisionalAndSettledTotalsAreKeptApart() throws Exception {
        try (OrganizeHarness organize = organized(Company.live())) {
            organize.take(won(300, "u1", MIDNIGHT + 5, false));
            organize.passTime();
            organize.take(won(1_000, "u1", MIDNIGHT, true));
            organize.settle(MIDNIGHT);
            assertThat(company(organize.provisional).value(Quantity.CLOSED)).isEqualTo(300);
            assertThat(company(organize.settled).value(Quantity.CLOSED)).isEqualTo(1_000);
        }
    }

    @Test
    void theNewestCallOfAScopeStandsInItsRow() throws Exception {
        try (OrganizeHarness organize = organized(Company.live())) {
            organize.take(won(300, "u1", MIDNIGHT, false));
            organize.passTime();
            String period = company(organize.provisional).period();
            organize.steer(call("c2", period, 900, MIDNIGHT - 5));
            organize.steer(call("c1", period, 500, MIDNIGHT - 9));
            organize.take(won(300, "u1", MIDNIGHT + 1, false));
            organize.passTime();
            assertThat(company(organize.provisional).value(Quantity.CALL_COMMIT)).isEqualTo(900);
        }
    }

    @Test
    void aQuotaGivesTheGapAndTheChanceToReachIt() throws Exception {
        try (OrganizeHarness organize = organized(Company.live())) {
            organize.take(won(300, "u1", MIDNIGHT, false));
            organize.passTime();
            String period = company(organize.provisional).period();
            organize.steer(
                    Steering.of(
                            OrganizationFact.quota(
                                    Tree.REPORTING, "company", period, 250, "EUR", 0, 0, 99)));
            organize.take(won(0, "u1", MIDNIGHT + 1, false));
            organize.passTime();
            PipelineForecast row = company(organize.provisional);
            assertThat(row.value(Quantity.QUOTA)).isEqualTo(250);
            assertThat(row.value(Quantity.GAP)).isEqualTo(-50);
            assertThat(row.value(Quantity.MODEL_P_REACH)).isEqualTo(1_000_000);
        }
    }

    private static OrganizeHarness organized(JobPlan plan) throws Exception {
        OrganizeHarness organize = new OrganizeHarness(plan);
        for (Steering record : Company.organization()) {
            organize.steer(record);
        }
        return organize;
    }

    private static Steering call(String id, String period, long commit, long at) {
        return Steering.of(
                new Call(
                        id, Tree.REPORTING, "company", period, commit, Call.NONE, null, at, "ann"));
    }

    /** The last row of the company for the current period. */
    private static PipelineForecast company(List<PipelineForecast> rows) {
        PipelineForecast last = null;
        for (PipelineForecast row : rows) {
            boolean company = row.tree() == Tree.REPORTING && row.parent() == null;
            boolean current = row.periodKind() == PipelineForecast.PeriodRole.CURRENT;
            last = company && current ? row : last;
        }
        return last;
    }

    /** A deal won at once in the period of an instant. */
    private static StakeChange won(long amount, String owner, long at, boolean settled) {
        PipelineSettings settings = Company.settings();
        int day = settings.calendar().days().dayOf(at);
        int period = settings.calendar().fiscal().at(day).index();
        Stake stake =
                new Stake(owner, null, Stake.Status.WON, amount, 0, 0, 0, null, 0, 0, period, day);
        return settled
                ? StakeChange.settled(null, stake, 1, at, List.of())
                : StakeChange.provisional(null, stake, 1, at);
    }
}
