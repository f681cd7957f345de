package io.pipecast.streaming.deliver;

import static io.pipecast.streaming.deliver.MadeAlerts.instant;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Who is told of what. 2026-03-02 is a Monday; alerts are delivered at 8 o'clock UTC. */
class DeliveryDeskTest {
    static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneOffset.UTC),
                    new BusinessDays(
                            EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                            Set.of(LocalDate.of(2026, 3, 11))),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2026, 1, 1)));

    private static final AlertRule QUIET = AlertRule.GONE_QUIET;
    private static final AlertRule STALLED = AlertRule.STALLED_IN_STAGE;

    private final MadeAlerts made = new MadeAlerts();
    private final List<Alert> rows = new ArrayList<>();
    private final DeliveryDesk desk = desk(DeliveryPolicy.DEFAULT, rows);

    static DeliveryDesk desk(DeliveryPolicy policy, List<Alert> rows) {
        return new DeliveryDesk(
                MadeAlerts.organization(), at -> policy, new DeliveryTimes(CALENDAR), rows::add);
    }

    /** Of deals of one manager, however their ids hash. */
    private static List<String> dealsOf(int manager, int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; ids.size() < count; i++) {
            if (Math.floorMod(("deal" + i).hashCode(), 4) % 2 == manager) {
                ids.add("deal" + i);
            }
        }
        return ids;
    }

    private List<String> told() {
        return rows.stream()
                .filter(a -> a.handling().delivery() == Delivery.DELIVERED)
                .filter(a -> a.handling().deliveredAt() != Long.MIN_VALUE && a.isAlive())
                .map(
                        a ->
                                a.opportunityId()
                                        + " "
                                        + Instant.ofEpochMilli(a.handling().deliveredAt()))
                .distinct()
                .toList();
    }

    private Alert last(String deal, AlertRule rule) {
        Map<String, Alert> last = new HashMap<>();
        rows.forEach(a -> last.put(a.opportunityId() + a.rule(), a));
        return last.get(deal + rule);
    }

    @Test
    void aWeeksBudgetIsSpreadOverItsWorkingDaysAndTheMostPressingComeFirst() {
        List<String> deals = dealsOf(0, 20);
        for (int i = 0; i < deals.size(); i++) {
            desk.take(made.stated(deals.get(i), QUIET, 1, "2026-03-01T12:00", 0.3 + i * 0.02));
        }
        desk.advance(instant("2026-03-02T07:59"));
        assertThat(told()).isEmpty();
        desk.advance(instant("2026-03-02T08:00"));
        assertThat(told())
                .containsExactly(
                        deals.get(19) + " 2026-03-02T08:00:00Z",
                        deals.get(18) + " 2026-03-02T08:00:00Z");
        desk.advance(instant("2026-03-08T23:00"));
        assertThat(told()).hasSize(7).doesNotContain(deals.get(12));
        desk.advance(instant("2026-03-15T23:00"));
        assertThat(told()).hasSize(14);
        // a holiday: nothing on the Wednesday of the second week
        assertThat(told()).noneMatch(line -> line.contains("2026-03-11"));
        Alert rest = last(deals.get(0), QUIET);
        assertThat(rest.handling().delivery()).isEqualTo(Delivery.DIGEST);
        assertThat(rest.handling().because()).contains("less pressing");
        assertThat(rest.handling().manager()).isEqualTo("m0");
    }

    @Test
    void whatOneTaskStatesAheadOfTheClockKeepsNothingBackThatAnotherStatesLater() {
        desk.take(made.stated("ahead", QUIET, 1, "2026-03-05T12:00", 0.5));
        desk.advance(instant("2026-03-02T07:00"));
        desk.take(made.stated("late", QUIET, 1, "2026-03-02T07:30", 0.5));
        desk.advance(instant("2026-03-03T00:00"));
        assertThat(told()).containsExactly("late 2026-03-02T08:00:00Z");
        desk.advance(instant("2026-03-06T23:00"));
        assertThat(told()).contains("ahead 2026-03-06T08:00:00Z");
    }

    @Test
    void everyManagerHasABudget() {
        for (String deal : dealsOf(0, 3)) {
            desk.take(made.stated(deal, QUIET, 1, "2026-03-01T12:00", 0.5));
        }
        for (String deal : dealsOf(1, 3)) {
            desk.take(made.stated(deal, QUIET, 1, "2026-03-01T12:00", 0.5));
        }
        desk.advance(instant("2026-03-02T08:00"));
        assertThat(told()).hasSize(4);
    }

    @Test
    void oneDealIsOneDeliveryAndTheStrongestReasonCarriesTheOthers() {
        desk.take(made.stated("d", STALLED, 1, "2026-03-01T10:00", 0.5));
        desk.take(made.stated("d", QUIET, 2, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-02T08:00"));
        assertThat(last("d", QUIET).handling().delivery()).isEqualTo(Delivery.DELIVERED);
        assertThat(last("d", QUIET).handling().further()).containsExactly("stalled in stage of d");
        assertThat(last("d", STALLED).handling().delivery()).isEqualTo(Delivery.HELD);
        desk.take(made.stated("d", AlertRule.PROBABILITY_FELL, 3, "2026-03-03T00:00", 0.9));
        desk.advance(instant("2026-03-03T08:00"));
        assertThat(told()).hasSize(1);
        assertThat(last("d", QUIET).handling().further()).hasSize(2);
    }

    @Test
    void aBacklogAndZombiesAreLinesOfTheDigest() {
        long at = instant("2026-03-01T12:00");
        desk.take(made.stated("d", QUIET, 3, at, 0.9, true));
        desk.take(made.stated("e", AlertRule.OLDER_THAN_ANY_WIN, 1, at, 0.9, false));
        desk.advance(instant("2026-04-01T12:00"));
        assertThat(told()).isEmpty();
        assertThat(last("d", QUIET).handling().because()).contains("not by the deal");
        assertThat(last("e", AlertRule.OLDER_THAN_ANY_WIN).handling().because())
                .contains("older than any");
    }

    @Test
    void aDealIsNotToldOfAgainSoonAfterAndThenItIs() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-02T08:00"));
        desk.take(made.ended("d", QUIET, instant("2026-03-03T10:00")));
        desk.take(made.stated("d", STALLED, 1, "2026-03-04T10:00", 0.5));
        desk.advance(instant("2026-03-20T12:00"));
        assertThat(told()).containsExactly("d 2026-03-02T08:00:00Z");
        assertThat(last("d", STALLED).handling().because()).contains("told of this deal lately");
        // 20 business days, less a holiday
        desk.advance(instant("2026-04-02T12:00"));
        assertThat(told()).last().isEqualTo("d 2026-03-31T08:00:00Z");
    }

    @Test
    void whatIsOverBeforeTheMorningIsNoNews() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-02T10:00", 0.5));
        desk.take(made.ended("d", QUIET, instant("2026-03-02T15:00")));
        desk.advance(instant("2026-03-05T12:00"));
        assertThat(told()).isEmpty();
        assertThat(rows)
                .extracting(Alert::status)
                .containsExactly(Alert.Status.RAISED, Alert.Status.RESOLVED);
    }

    @Test
    void aDeliveredAlertThatGetsWorseIsEscalatedAndARiskAloneIsNoNews() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-02T08:00"));
        int before = rows.size();
        desk.take(made.stated("d", QUIET, 1, "2026-03-03T12:00", 0.7));
        desk.advance(instant("2026-03-04T12:00"));
        assertThat(rows).hasSize(before);
        desk.take(made.stated("d", QUIET, 2, "2026-03-05T12:00", 0.7));
        desk.advance(instant("2026-03-06T12:00"));
        assertThat(last("d", QUIET).handling().escalatedAt())
                .isEqualTo(instant("2026-03-05T12:00"));
        assertThat(last("d", QUIET).stakes().risk()).isEqualTo(0.7);
    }

    @Test
    void whatPeopleDoChangesTheAlertAtOnceInWhateverOrderItComes() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-02T08:00"));
        String id = last("d", QUIET).alertId();
        desk.take(action("2", id, AlertAction.Kind.DONE, 300, null));
        desk.take(action("1", id, AlertAction.Kind.ACTION, 200, "u2"));
        assertThat(last("d", QUIET).handling().doneAt()).isEqualTo(300);
        assertThat(last("d", QUIET).handling().actionOwner()).isEqualTo("u2");
        desk.take(action("3", id, AlertAction.Kind.ACKNOWLEDGE, 100, null));
        assertThat(last("d", QUIET).handling().acknowledgedBy()).isEqualTo("maria");
        int before = rows.size();
        desk.take(action("3", id, AlertAction.Kind.ACKNOWLEDGE, 100, null));
        assertThat(rows).hasSize(before);
    }

    @Test
    void whatIsSnoozedOrNotUsefulIsNotDelivered() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.take(made.stated("e", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-01T13:00"));
        AlertAction snooze =
                new AlertAction(
                        "1",
                        last("d", QUIET).alertId(),
                        "d",
                        AlertAction.Kind.SNOOZE,
                        instant("2026-03-04T00:00"),
                        null,
                        "on holiday",
                        1,
                        "maria");
        desk.take(snooze);
        desk.take(action("e", "2", last("e", QUIET).alertId(), AlertAction.Kind.NOT_USEFUL, 1));
        desk.advance(instant("2026-03-06T12:00"));
        assertThat(told()).containsExactly("d 2026-03-04T08:00:00Z");
        assertThat(last("d", QUIET).handling().note()).isEqualTo("on holiday");
        assertThat(last("e", QUIET).handling().notUseful()).isTrue();
    }

    @Test
    void aDeliveredAlertThatIsSnoozedIsHeldUntilThenAndDeliveredAgain() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-02T09:00"));
        desk.take(
                new AlertAction(
                        "1",
                        last("d", QUIET).alertId(),
                        "d",
                        AlertAction.Kind.SNOOZE,
                        instant("2026-03-05T00:00"),
                        null,
                        null,
                        1,
                        "maria"));
        assertThat(last("d", QUIET).handling().delivery()).isEqualTo(Delivery.HELD);
        desk.advance(instant("2026-03-04T12:00"));
        assertThat(last("d", QUIET).handling().delivery()).isEqualTo(Delivery.HELD);
        desk.advance(instant("2026-03-05T12:00"));
        assertThat(last("d", QUIET).handling().delivery()).isEqualTo(Delivery.DELIVERED);
        assertThat(told()).containsExactly("d 2026-03-02T08:00:00Z");
    }

    @Test
    void anActionThatComesBeforeItsAlertWaitsForIt() {
        Alert raised = made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5);
        desk.take(action("1", raised.alertId(), AlertAction.Kind.ACKNOWLEDGE, 100, null));
        desk.take(raised);
        desk.advance(instant("2026-03-01T13:00"));
        assertThat(last("d", QUIET).handling().acknowledgedAt()).isEqualTo(100);
    }

    @Test
    void aPromisedActionOutlivesItsAlertUntilItIsDone() {
        desk.take(made.stated("d", QUIET, 1, "2026-03-01T12:00", 0.5));
        desk.advance(instant("2026-03-02T08:00"));
        String id = last("d", QUIET).alertId();
        desk.take(action("1", id, AlertAction.Kind.ACTION, 200, "u2"));
        desk.take(made.ended("d", QUIET, instant("2026-03-03T10:00")));
        desk.advance(instant("2026-03-04T10:00"));
        assertThat(last("d", QUIET).status()).isEqualTo(Alert.Status.RESOLVED);
        desk.take(action("2", id, AlertAction.Kind.DONE, 300, null));
        assertThat(last("d", QUIET).handling().doneAt()).isEqualTo(300);
    }

    private static AlertAction action(
            String id, String alert, AlertAction.Kind kind, long at, String owner) {
        return new AlertAction(id, alert, "d", kind, AlertAction.NONE, owner, null, at, "maria");
    }

    private static AlertAction action(
            String deal, String id, String alert, AlertAction.Kind kind, long at) {
        return new AlertAction(id, alert, deal, kind, AlertAction.NONE, null, null, at, "maria");
    }
}
