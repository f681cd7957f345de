package io.pipecast.streaming.deliver;

import static io.pipecast.streaming.deliver.MadeAlerts.instant;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.DeliveryPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a still feed holds back. 2026-03-02 is a Monday; alerts are delivered at 8 o'clock UTC. */
class StillFeedTest {
    private static final AlertRule QUIET = AlertRule.GONE_QUIET;
    private static final AlertSubject DACH = AlertSubject.feed("crm-dach");

    private final MadeAlerts made = new MadeAlerts();
    private final List<Alert> rows = new ArrayList<>();
    private DeliveryDesk desk = DeliveryDeskTest.desk(DeliveryPolicy.DEFAULT, rows);

    private Alert last(String id) {
        Map<String, Alert> last = new HashMap<>();
        rows.forEach(row -> last.put(row.opportunityId(), row));
        return last.get(id);
    }

    private Delivery delivery(String id) {
        return last(id).handling().delivery();
    }

    private void raise(String deal, String feed, String at) {
        Alert alert = made.stated(deal, QUIET, 1, at, 0.5);
        desk.take(alert.of(AlertSubject.deal(feed)));
    }

    private void stale(String at) {
        desk.take(made.ofTeam(AlertRule.FEED_STALE, DACH, 1, at, 4));
    }

    @Test
    void aStaleFeedIsToldAtOnceAndHoldsBackWhatItsDealsSeemToDo() {
        raise("before", "crm-dach", "2026-03-02T09:00");
        stale("2026-03-02T12:15");
        raise("under", "crm-dach", "2026-03-02T13:00");
        raise("other", "crm-emea", "2026-03-02T13:00");
        desk.advance(instant("2026-03-02T14:00"));

        assertThat(delivery("crm-dach/feed")).isEqualTo(Delivery.DELIVERED);
        assertThat(last("crm-dach/feed").handling().deliveredAt())
                .isEqualTo(instant("2026-03-02T12:15"));
        assertThat(delivery("before")).isEqualTo(Delivery.HELD);
        assertThat(delivery("under")).isEqualTo(Delivery.HELD);
        assertThat(last("under").handling().because())
                .isEqualTo("held back, as its feed crm-dach is silent");

        desk.advance(instant("2026-03-03T09:00"));
        assertThat(delivery("under")).isEqualTo(Delivery.HELD);
        assertThat(delivery("other")).isEqualTo(Delivery.DELIVERED);
    }

    @Test
    void whatWasHeldBackIsDecidedTheMorningAfterTheFeedReturns() {
        stale("2026-03-02T12:15");
        raise("under", "crm-dach", "2026-03-02T13:00");
        desk.advance(instant("2026-03-03T09:00"));
        desk = restored();
        desk.take(
                made.ended("crm-dach/feed", AlertRule.FEED_STALE, instant("2026-03-03T10:00"))
                        .of(DACH));
        desk.advance(instant("2026-03-03T11:00"));
        assertThat(delivery("under")).isEqualTo(Delivery.PENDING);
        assertThat(last("under").handling().because()).isNull();
        desk.advance(instant("2026-03-04T09:00"));
        assertThat(delivery("under")).isEqualTo(Delivery.DELIVERED);
    }

    @Test
    void whatWasToldStaysTold() {
        raise("told", "crm-dach", "2026-03-01T12:00");
        desk.advance(instant("2026-03-02T09:00"));
        stale("2026-03-02T12:15");
        desk.advance(instant("2026-03-03T09:00"));
        assertThat(delivery("told")).isEqualTo(Delivery.DELIVERED);
    }

    private DeliveryDesk restored() {
        DeliveryDesk next = DeliveryDeskTest.desk(DeliveryPolicy.DEFAULT, rows);
        next.restore(desk.state());
        return next;
    }
}
