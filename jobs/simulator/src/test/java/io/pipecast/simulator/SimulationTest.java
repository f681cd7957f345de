package io.pipecast.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.record.TimedRecord.Kind;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final SimulationPlan PLAN = Logs.small(7);
    private static final List<TimedRecord> LOG = Logs.of(PLAN);

    @Test
    void sameSeedGivesTheSameBytes() {
        assertThat(lines(Logs.of(PLAN))).isEqualTo(lines(LOG));
    }

    @Test
    void anotherSeedGivesAnotherCompany() {
        assertThat(lines(Logs.of(Logs.small(8)))).isNotEqualTo(lines(LOG));
    }

    @Test
    void aLongerLogBeginsLikeTheShorterOne() {
        SimulationPlan longer =
                new SimulationPlan(PLAN.company(), 7, 12, PLAN.start(), 500, false, false);
        List<String> both = lines(Logs.of(longer));
        assertThat(both).hasSizeGreaterThan(LOG.size());
        assertThat(both.subList(0, LOG.size())).isEqualTo(lines(LOG));
    }

    @Test
    void recordsComeInTheOrderOfTheirTimes() {
        assertThat(LOG).extracting(TimedRecord::at).isSorted();
        assertThat(LOG).allMatch(r -> r.at() == r.occurredAt());
        assertThat(LOG).allMatch(r -> r.at() < PLAN.end());
    }

    @Test
    void everyLineIsReadAsWhatItStates() {
        JsonInputDecoder decoder =
                new JsonInputDecoder(PipecastConfig.parse(Simulation.of(PLAN).config()).pipeline());
        List<String> refused =
                LOG.stream()
                        .filter(r -> r.kind() != Kind.CALL)
                        .filter(r -> decoded(decoder, r) != expected(r))
                        .map(Logs::line)
                        .toList();
        assertThat(refused).isEmpty();
    }

    private static Input.Kind decoded(JsonInputDecoder decoder, TimedRecord record) {
        byte[] line = Logs.line(record).getBytes(StandardCharsets.UTF_8);
        return decoder.decode(line, 0, line.length, "log", 1).kind;
    }

    private static Input.Kind expected(TimedRecord record) {
        return record.kind() == Kind.ORGANIZATION ? Input.Kind.ORGANIZATION : Input.Kind.DEAL;
    }

    @Test
    void nothingIsSaidOfADealBeforeItIsInTheCrm() {
        Set<String> known = new HashSet<>();
        for (TimedRecord record : LOG) {
            if (record.kind() == Kind.OPPORTUNITY
                    && (record.change().operation == Operation.CREATE
                            || record.change().operation == Operation.SNAPSHOT)) {
                assertThat(known.add(record.key())).isTrue();
            } else if (record.kind() == Kind.OPPORTUNITY || record.kind() == Kind.ACTIVITY) {
                assertThat(known).contains(record.key());
            }
        }
    }

    @Test
    void ownersAccountsAndSharersAreKnownWhenTheyAreNamed() {
        Set<String> known = new HashSet<>();
        for (TimedRecord record : LOG) {
            if (record.kind() == Kind.ORGANIZATION) {
                known.add(record.key());
            } else if (record.kind() == Kind.OPPORTUNITY) {
                assertThat(known).containsAll(named(record.change()));
            }
        }
    }

    private static Set<String> named(OpportunityChange change) {
        Set<String> named = new HashSet<>(Set.of(change.actor));
        if (change.owner != null) {
            named.add(change.owner);
        }
        if (change.account != null) {
            named.add(change.account);
        }
        if (change.credits != null) {
            change.credits.stream().map(Credit::user).forEach(named::add);
        }
        return named;
    }

    @Test
    void peopleReportToPeopleStatedBeforeThem() {
        Set<String> users = new HashSet<>();
        for (TimedRecord record : LOG) {
            if (record.kind() == Kind.ORGANIZATION
                    && record.organization().kind() == OrganizationFact.Kind.USER) {
                OrganizationFact user = record.organization();
                assertThat(user.parent() == null || users.contains(user.parent())).isTrue();
                users.add(user.id());
            }
        }
        assertThat(users).hasSizeGreaterThanOrEqualTo(12 + 2 + 2);
    }

    @Test
    void workIsDoneInWorkingHoursOfWorkingDays() {
        SalesCalendar calendar = PLAN.calendar();
        long begins = LOG.get(0).at();
        assertThat(LOG.stream().filter(r -> r.at() > begins))
                .allMatch(
                        r -> {
                            int day = calendar.days().dayOf(r.at());
                            double hour = calendar.days().fractionOf(r.at(), day) * 24;
                            return calendar.business().isWorking(day) && hour >= 5 && hour < 19;
                        });
    }

    @Test
    void everythingThatHappensToRealDealsHappens() {
        List<OpportunityChange> changes = changes();
        assertThat(changes.stream().map(c -> c.operation).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Operation.values());
        assertThat(changes).anyMatch(c -> c.bulkSize > 3 && c.closeDate != null);
        assertThat(changes).anyMatch(c -> c.operation == Operation.UPDATE && c.owner != null);
        assertThat(changes).anyMatch(c -> c.credits != null);
        assertThat(changes).anyMatch(c -> c.cleared.contains("closeReason"));
        assertThat(changes).anyMatch(c -> "EUR".equals(c.currency));
    }

    private static List<OpportunityChange> changes() {
        return LOG.stream()
                .filter(r -> r.kind() == Kind.OPPORTUNITY)
                .map(TimedRecord::change)
                .toList();
    }

    private static List<String> lines(List<TimedRecord> records) {
        return records.stream().map(Logs::line).toList();
    }
}
