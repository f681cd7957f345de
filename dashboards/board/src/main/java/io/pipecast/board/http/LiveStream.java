package io.pipecast.board.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.sse.SseClient;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.Changes;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /api/stream}: tells open pages what has changed, several times a second and never once per
 * row. A slow page gets fewer, larger notices and holds up nobody.
 */
public final class LiveStream implements Changes, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveStream.class);
    private static final int FLUSH_MILLIS = 150;
    private static final int BEAT_MILLIS = 2_000;
    private static final int SENDERS = 4;

    private final ObjectMapper json = new ObjectMapper();
    private final AtomicReference<Notice> gathered = new AtomicReference<>(Notice.NOTHING);
    private final Set<LiveClient> clients = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "board-stream"));
    private final ExecutorService senders =
            Executors.newFixedThreadPool(SENDERS, task -> daemon(task, "board-send"));

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Begins to send; {@code freshnessMillis} is the age of the numbers, told with every beat. */
    void start(LongSupplier freshnessMillis) {
        every(FLUSH_MILLIS, this::flush);
        every(BEAT_MILLIS, () -> beat(freshnessMillis.getAsLong()));
    }

    /**
     * A timer drops a task that has thrown, without a word: what fails once is logged and goes on.
     */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void every(int millis, Runnable task) {
        Runnable guarded =
                () -> {
                    try {
                        task.run();
                    } catch (RuntimeException e) {
                        LOG.error("telling the open pages failed", e);
                    }
                };
        timer.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
    }

    void connect(SseClient client, Supplier<Seen> seen) {
        LiveClient live = new LiveClient(client, seen, this::text);
        client.keepAlive();
        client.onClose(() -> clients.remove(live));
        clients.add(live);
        client.sendEvent("hello", "{}");
    }

    private void flush() {
        Notice notice = gathered.getAndSet(Notice.NOTHING);
        if (!notice.isEmpty()) {
            clients.forEach(client -> client.offer(notice, senders));
        }
    }

    private void beat(long freshnessMillis) {
        String text = text(Map.of("freshnessMillis", freshnessMillis));
        clients.forEach(client -> client.beat(text, senders));
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void gather(Notice notice) {
        if (!clients.isEmpty()) {
            gathered.accumulateAndGet(notice, Notice::and);
        }
    }

    @Override
    public void cut(long number) {
        gather(Notice.ofCut(number));
    }

    @Override
    public void deal(String opportunityId) {
        gather(Notice.ofDeal(opportunityId));
    }

    @Override
    public void alert(String alertId) {
        gather(Notice.ofAlert(alertId));
    }

    @Override
    public void feed(String source) {
        gather(Notice.ofFeed());
    }

    @Override
    public void close() {
        timer.shutdownNow();
        senders.shutdownNow();
        clients.forEach(LiveClient::close);
    }
}
