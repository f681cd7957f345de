package io.pipecast.board.http;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** One open page: notices that come while it is being written to are merged into its next one. */
final class LiveClient {
    private final SseClient client;
    private final Function<Object, String> text;
    private final AtomicReference<Notice> waiting = new AtomicReference<>();
    private final AtomicBoolean beating = new AtomicBoolean();

    LiveClient(SseClient client, Function<Object, String> text) {
        this.client = client;
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
                        write("beat", message);
                        beating.set(false);
                    });
        }
    }

    private synchronized void send() {
        Notice notice = waiting.getAndSet(null);
        if (notice != null) {
            write("change", text.apply(notice));
        }
    }

    private synchronized void write(String event, String message) {
        client.sendEvent(event, message);
    }

    void close() {
        client.close();
    }
}
