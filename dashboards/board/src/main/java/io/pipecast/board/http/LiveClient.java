package io.pipecast.board.http;

import io.javalin.http.sse.SseClient;
import io.pipecast.board.access.Seen;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** One open page: notices that come while it is being written to are merged into its next one. */
final class LiveClient {
    private final SseClient client;
    private final Supplier<Seen> seen;
    private final Function<Object, String> text;
    private final AtomicReference<Notice> waiting = new AtomicReference<>();
    private final AtomicBoolean beating = new AtomicBoolean();

    /**
     * An open page.
     *
     * @param seen what who looks at it sees; null once they are signed out
     */
    LiveClient(SseClient client, Supplier<Seen> seen, Function<Object, String> text) {
        this.client = client;
        this.seen = seen;
        this.text = text;
    }

    void offer(Notice notice, Executor senders) {
        Notice before = waiting.getAndUpdate(old -> old == null ? notice : old.and(notice));
        if (before == null) {
            senders.execute(this::send);
        }
    }

    void beat(String message, Executor senders) {
        if (beating.compareAndSet(false, true)) {
            senders.execute(
                    () -> {
                        if (seen.get() == null) {
                            close();
                        } else {
                            write("beat", message);
                        }
                        beating.set(false);
                    });
        }
    }

    private synchronized void send() {
        Notice notice = waiting.getAndSet(null);
        if (notice != null) {
            Seen now = seen.get();
            Notice told = now == null ? Notice.NOTHING : notice.towards(now);
            if (!told.isEmpty()) {
                write("change", text.apply(told));
            }
        }
    }

    private synchronized void write(String event, String message) {
        client.sendEvent(event, message);
    }

    void close() {
        client.close();
    }
}
