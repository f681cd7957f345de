package io.pipecast.board.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.alerting.Outbox.Item;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private static final long RESEND = 60;
    private static final long LIFETIME = 900;

    private final Outbox outbox = new Outbox(RESEND, LIFETIME);
    private final Map<String, Message> wanted = new HashMap<>();

    private void want(String id, String manager, int severity, String text) {
        Map<String, String> labels =
                Map.of(
                        "manager",
                        manager,
                        "severity",
                        Integer.toString(severity),
                        "delivery",
                        Way.NOW.label);
        wanted.put(
                id,
                new Message(new TreeMap<>(labels), new TreeMap<>(Map.of("text", text)), "link"));
    }

    /** What is said at an instant, and taken by Alertmanager: {@code +} opens, {@code -} ends. */
    private List<String> say(long now, String... changed) {
        List<Item> due = due(now, changed);
        due.forEach(item -> outbox.taken(item, now));
        return due.stream().map(OutboxTest::text).toList();
    }

    private List<Item> due(long now, String... changed) {
        return outbox.due(now, List.of(changed), (id, before) -> wanted.get(id));
    }

    private static String text(Item item) {
        return (item.ends() ? "-" : "+")
                + item.alertId()
                + " "
                + item.message().annotations().get("text");
    }

    @Test
    void anAlertIsSaidAgainInTimeAndNotBefore() {
        want("a", "m", 1, "x");

        assertThat(say(1000, "a")).containsExactly("+a x");
        assertThat(say(1059, "a")).isEmpty();
        assertThat(outbox.quietFor(1059, 500)).isEqualTo(1);
        assertThat(say(1060)).containsExactly("+a x");
        assertThat(due(1120)).extracting(Item::startsAt).containsExactly(1000L);
        assertThat(due(1120)).extracting(Item::endsAt).containsExactly(1120 + LIFETIME);
    }

    @Test
    void newWordsAreSaidAtOnceOfTheSameAlert() {
        want("a", "m", 1, "x");
        say(1000, "a");
        want("a", "m", 1, "y");

        assertThat(say(1010, "a")).containsExactly("+a y");
        assertThat(outbox.open(Way.NOW)).isEqualTo(1);
    }

    @Test
    void anotherManagerIsAnotherAlert() {
        want("a", "m", 1, "x");
        say(1000, "a");
        want("a", "n", 1, "y");

        assertThat(say(1010, "a")).containsExactly("-a x", "+a y");
        assertThat(outbox.open(Way.NOW)).isEqualTo(1);
    }

    @Test
    void whatWasNotTakenIsSaidAgainAsItIsThen() {
        want("a", "m", 1, "x");
        due(1000, "a");
        want("a", "m", 1, "y");

        assertThat(say(1010, "a")).containsExactly("+a y");
    }

    @Test
    void anEndIsSaidUntilItIsTakenAndThenForgotten() {
        want("a", "m", 1, "x");
        say(1000, "a");
        wanted.clear();

        assertThat(due(1010, "a")).extracting(OutboxTest::text).containsExactly("-a x");
        assertThat(say(1060)).containsExactly("-a x");
        assertThat(say(2000, "a")).isEmpty();
        assertThat(outbox.open(Way.NOW)).isZero();
    }

    @Test
    void whatEndedBeforeItWasSaidIsNeverSaid() {
        assertThat(say(1000, "a")).isEmpty();
    }
}
