package io.pipecast.board.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.board.BoardOptions;
import io.pipecast.board.BoardServer;
import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.alerting.Receiver.Told;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.settings.AlertmanagerSettings;
import io.pipecast.domain.alert.Alert.Status;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The board's alerts on their way through the installed Alertmanager to a receiver. */
class AlertmanagerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir private Path directory;

    private Receiver receiver;
    private RealAlertmanager alertmanager;
    private BoardServer board;

    @BeforeEach
    void start() throws Exception {
        receiver = new Receiver();
        alertmanager = new RealAlertmanager(directory, receiver);
        board = BoardServer.open(options());
        Period period = period();
        board.sink().pipeline(Rows.company(1, 2, period, 1, 0));
        board.sink().pipeline(Rows.node(1, 2, "rep-01", period, PeriodRole.CURRENT, 1, 0));
        board.sink().feed(new FeedStatus("crm", SampleBoard.NOW, 1, 0, SampleBoard.NOW));
        raise("before");
        board.caughtUp();
    }

    @AfterEach
    void stop() throws Exception {
        if (board != null) {
            board.close();
        }
        if (alertmanager != null) {
            alertmanager.close();
        }
        receiver.close();
    }

    private static Period period() {
        SalesCalendar calendar = SampleBoard.settings().calendar();
        return calendar.fiscal().at(calendar.days().dayOf(SampleBoard.NOW));
    }

    private BoardOptions options() {
        return SampleBoard.options(0)
                .delivering(
                        new AlertmanagerSettings(
                                alertmanager.url(),
                                "https://board.example.com/",
                                Duration.ofMillis(400),
                                Duration.ofSeconds(20),
                                Duration.ofSeconds(2)));
    }

    private void raise(String deal) {
        board.sink().deal(Rows.deal(deal, 1, 5_000_000));
        board.sink().alert(Rows.alert(deal, deal, 1, Status.RAISED, 2, false));
    }

    private void resolve(String deal) {
        board.sink().alert(Rows.alert(deal, deal, 9, Status.RESOLVED, 2, false));
    }

    private void until(Callable<Boolean> holds) {
        await().atMost(PATIENCE).until(holds);
    }

    private void untilPosts(int more) {
        long before = board.delivery().posts(DeliveryLog.Result.TAKEN);
        until(() -> board.delivery().posts(DeliveryLog.Result.TAKEN) >= before + more);
    }

    /** What a receiver was told about a deal, once that is as much as expected. */
    private List<String> told(String receiverName, String deal, String... expected) {
        until(() -> statuses(receiverName, deal).size() >= expected.length);
        return statuses(receiverName, deal);
    }

    private List<String> statuses(String receiverName, String deal) {
        return receiver.about(receiverName, deal).stream()
                .map(one -> one.fires() ? "firing" : "resolved")
                .toList();
    }

    @Test
    void anAlertArrivesWithWhatAManagerNeedsAndEndsWhenTheJobSaysSo() {
        assertThat(told("managers", "before", "firing")).containsExactly("firing");
        Told alert = receiver.about("managers", "before").get(0);
        assertThat(alert.label("rule")).isEqualTo("gone_quiet");
        assertThat(alert.label("severity")).isEqualTo("2");
        assertThat(alert.label("manager")).isEqualTo("company");
        assertThat(alert.label("source")).isEqualTo("crm");
        assertThat(alert.annotation("amount")).isEqualTo("USD 50,000");
        assertThat(alert.annotation("measured"))
                .isEqualTo("14 against 10 business days (configured)");
        assertThat(alert.annotation("board")).isEqualTo("https://board.example.com/deals/before");
        until(() -> !receiver.slack().isEmpty());
        assertThat(receiver.slack().get(0))
                .contains("Deal before: gone quiet · USD 50,000")
                .contains(
                        "Owner: rep-01", "Next step: Have rep-01 book a meeting", "#deals-company");

        resolve("before");

        assertThat(told("managers", "before", "firing", "resolved"))
                .containsExactly("firing", "resolved");
    }

    @Test
    void nothingIsToldTwiceHoweverOftenItIsPosted() {
        told("managers", "before", "firing");
        untilPosts(4);
        raise("marker");
        told("managers", "marker", "firing");

        assertThat(statuses("managers", "before")).containsExactly("firing");
        assertThat(board.delivery().open(Way.NOW)).isEqualTo(2);
        assertThat(board.delivery().posts(DeliveryLog.Result.REFUSED)).isZero();
    }

    @Test
    void aHigherSeverityIsToldOnceAndALowerOneNever() {
        told("managers", "before", "firing");
        board.sink().alert(Rows.alert("before", "before", 2, Status.UPDATED, 3, false));
        told("territories", "before", "firing");
        board.sink().alert(Rows.alert("before", "before", 3, Status.UPDATED, 1, false));
        raise("marker");
        told("managers", "marker", "firing");

        assertThat(statuses("territories", "before")).containsExactly("firing");
        assertThat(receiver.about("managers", "before").stream().filter(Told::fires))
                .extracting(one -> one.label("severity"))
                .containsExactly("2", "3");
    }

    @Test
    void whatNoDealBroughtUpGoesToTheDigest() {
        board.sink().deal(Rows.deal("old", 1, 5_000_000));
        board.sink().alert(Rows.alert("old", "old", 1, Status.RAISED, 3, true));

        assertThat(told("managers-digest", "old", "firing")).containsExactly("firing");
        assertThat(statuses("managers", "old")).isEmpty();
    }

    @Test
    void aStillFeedHoldsBackWhatItsDealsSeemToDo() throws Exception {
        told("managers", "before", "firing");
        alertmanager.post(
                "[{\"labels\":{\"alertname\":\"PipecastFeedQuiet\",\"source\":\"crm\",\"severity\":\"warning\"}}]");
        until(() -> alertmanager.isInhibited("before"));
        raise("under");
        until(() -> alertmanager.isInhibited("under"));
        alertmanager.post(
                "[{\"labels\":{\"alertname\":\"PipecastFeedQuiet\",\"source\":\"crm\",\"severity\":\"warning\"},"
                        + "\"endsAt\":\"2026-01-01T00:00:00Z\",\"startsAt\":\"2025-12-31T00:00:00Z\"}]");

        assertThat(told("managers", "under", "firing")).containsExactly("firing");
        assertThat(statuses("managers", "before")).containsExactly("firing");
    }

    @Test
    void whatHappenedWhileAlertmanagerWasAwayIsToldAfterwards() throws Exception {
        raise("ending");
        told("managers", "ending", "firing");
        untilPosts(2); // by then Alertmanager has noted what it told
        alertmanager.stop();
        until(() -> board.delivery().waitingMillis(System.currentTimeMillis()) > 0);
        resolve("ending");
        raise("meanwhile");
        raise("passing");
        resolve("passing");
        alertmanager.start();

        assertThat(told("managers", "meanwhile", "firing")).containsExactly("firing");
        assertThat(told("managers", "ending", "firing", "resolved"))
                .containsExactly("firing", "resolved");
        assertThat(statuses("managers", "before")).containsExactly("firing");
        assertThat(statuses("managers", "passing")).isEmpty();
        assertThat(board.delivery().waitingMillis(System.currentTimeMillis())).isZero();
    }
}
