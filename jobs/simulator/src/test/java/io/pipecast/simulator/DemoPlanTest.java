package io.pipecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.record.TimedRecord.Kind;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoPlanTest {
    private static final String STORY_DEAL = "opp-000000";
    private static final SimulationPlan PLAN = SimulationPlan.demo(SimulationPlan.DEMO_SEED);
    private static final SalesCalendar CALENDAR = PLAN.calendar();
    private static final Simulation SIMULATION = Simulation.of(PLAN);
    private static final List<TimedRecord> LOG = Logs.until(SIMULATION, PLAN.end());
    private static final List<TimedRecord> LIVE =
            Logs.until(SIMULATION, PLAN.end() + Duration.ofDays(8).toMillis());

    @Test
    void todayIsWednesdayOfTheSeventhWeek() {
        LocalDate today = PLAN.today();
        LocalDate quarter =
                LocalDate.ofEpochDay(CALENDAR.fiscal().at(today.toEpochDay()).startDay());
        assertThat(today.getDayOfWeek()).isEqualTo(DayOfWeek.WEDNESDAY);
        assertThat(today).isBetween(quarter.plusDays(36), quarter.plusDays(45));
    }

    @Test
    void fiveQuartersHoldTwoHundredThousandEvents() {
        long quarterStart =
                CALENDAR.days().startOf(CALENDAR.fiscal().at(PLAN.today().toEpochDay()).startDay());
        assertThat(LOG.stream().filter(r -> r.at() < quarterStart && r.kind() != Kind.CALL).count())
                .isBetween(200_000L, 260_000L);
    }

    @Test
    void theCompanyHasTwoVicePresidentsSevenManagersAndFortyTwoReps() {
        long begins = LOG.get(0).at();
        List<OrganizationFact> users =
                LOG.stream()
                        .filter(r -> r.kind() == Kind.ORGANIZATION && r.at() == begins)
                        .map(TimedRecord::organization)
                        .filter(f -> f.kind() == OrganizationFact.Kind.USER)
                        .toList();
        List<String> superiors =
                users.stream().filter(u -> u.parent() == null).map(u -> u.id()).toList();
        assertThat(superiors).hasSize(2);
        assertThat(users.stream().filter(u -> superiors.contains(u.parent()))).hasSize(7);
        assertThat(users).hasSize(51);
    }

    @Test
    void theLargeCommittedDealIsSilentForWeeksAndThenPushedPastTheQuarter() {
        List<TimedRecord> told = LOG.stream().filter(r -> r.key().equals(STORY_DEAL)).toList();
        long lastWord =
                told.stream()
                        .filter(r -> r.kind() == Kind.ACTIVITY)
                        .filter(r -> r.activity().direction != Direction.INTERNAL)
                        .mapToLong(TimedRecord::at)
                        .max()
                        .orElseThrow();
        OpportunityChange last =
                told.stream()
                        .filter(r -> r.kind() == Kind.OPPORTUNITY)
                        .reduce((a, b) -> b)
                        .orElseThrow()
                        .change();
        assertThat(CALENDAR.businessDays(lastWord, PLAN.end())).isBetween(11d, 16d);
        assertThat(last.stage).isEqualTo("Negotiation");
        assertThat(last.forecastCategory).isEqualTo(ForecastCategory.COMMIT);
        assertThat(CALENDAR.businessDays(last.occurredAt, PLAN.end())).isGreaterThan(24);

        OpportunityChange push = firstLiveChange();
        assertThat(CALENDAR.days().dayOf(push.occurredAt))
                .isEqualTo((int) PLAN.today().toEpochDay());
        assertThat((int) push.closeDate)
                .isGreaterThanOrEqualTo(CALENDAR.fiscal().at(PLAN.today().toEpochDay()).endDay());
    }

    private static OpportunityChange firstLiveChange() {
        return LIVE.stream()
                .filter(r -> r.key().equals(STORY_DEAL) && r.kind() == Kind.OPPORTUNITY)
                .findFirst()
                .orElseThrow()
                .change();
    }

    @Test
    void oneFeedFallsSilentAndCatchesUp() {
        List<TimedRecord> ofFeed =
                LIVE.stream().filter(r -> "crm-dach".equals(r.source())).toList();
        List<TimedRecord> heldBack = ofFeed.stream().filter(r -> r.at() > r.occurredAt()).toList();
        assertThat(heldBack).hasSizeGreaterThan(60);
        long returned = heldBack.get(0).at();
        long silence = returned - heldBack.get(0).occurredAt();
        assertThat(Duration.ofMillis(silence))
                .isBetween(Duration.ofHours(27), Duration.ofHours(30));
        assertThat(heldBack).allMatch(r -> r.at() == returned);
        assertThat(LIVE).extracting(TimedRecord::at).isSorted();
    }

    @Test
    void somebodyLeavesAndSomebodyNewComes() {
        List<OrganizationFact> statements =
                LOG.stream()
                        .filter(r -> r.kind() == Kind.ORGANIZATION)
                        .map(TimedRecord::organization)
                        .filter(f -> f.kind() == OrganizationFact.Kind.USER)
                        .toList();
        long left = statements.stream().filter(f -> !f.active()).count();
        assertThat(left).isBetween(2L, 12L);
        long hired = statements.stream().map(OrganizationFact::id).distinct().count() - 51;
        assertThat(hired).isBetween(1L, left);
    }

    @Test
    void attainmentIsThatOfARealCompany() {
        Attainment attainment = Attainment.of(LOG, CALENDAR);
        assertThat(attainment.quarters()).hasSize(5);
        assertThat(attainment.quarters().values())
                .allSatisfy(share -> assertThat(share).isBetween(0.75, 1.25));
        assertThat(attainment.mean()).isBetween(0.85, 1.1);
    }

    @Test
    void everybodyCallsEveryWeek() {
        long calls = LIVE.stream().filter(r -> r.kind() == Kind.CALL).count();
        assertThat(calls).isEqualTo(42 + 7 + 2 + 1);
    }

    @Test
    void impossiblePlansAreRefusedByRuleAndValue() {
        assertThatThrownBy(
                        () -> new SimulationPlan("X", 1, 0, SimulationPlan.START, 10, false, false))
                .hasMessage("reps must be between 1 and 10000, was 0");
        assertThatThrownBy(
                        () -> new SimulationPlan("X", 1, 1, SimulationPlan.START, 0, false, false))
                .hasMessage("days must be at least 1, was 0");
    }
}
