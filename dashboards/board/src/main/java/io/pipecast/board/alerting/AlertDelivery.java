package io.pipecast.board.alerting;

import io.pipecast.board.alerting.DeliveryLog.Result;
import io.pipecast.board.alerting.Outbox.Item;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.AlertmanagerSettings;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.Alert.Status;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Tells Alertmanager which deal alerts are open: at once when one is raised, changes or ends, and
 * again in time while it is open. While Alertmanager is away it tries again and again; what it has
 * to say then is what holds then. Ends no alert when it is closed itself.
 */
final class AlertDelivery implements AutoCloseable {
    private static final int BATCH = 200;
    private static final long GATHER_MILLIS = 200;
    private static final long LOOK_MILLIS = 1_000;
    private static final long FIRST_RETRY_MILLIS = 500;
    private static final long LAST_RETRY_MILLIS = 30_000;

    /** How long an alert waits for the rows that say whose it is. */
    private static final long PATIENCE_MILLIS = 10_000;

    private final Views views;
    private final ChangedAlerts changed;
    private final MessageWriter writer;
    private final AlertmanagerClient alertmanager;
    private final DeliveryLog log;
    private final LongSupplier wallClock;
    private final Outbox outbox;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "board-alerting");
    private long retryMillis = FIRST_RETRY_MILLIS;

    AlertDelivery(
            AlertmanagerSettings settings,
            Views views,
            ChangedAlerts changed,
            MessageWriter writer,
            DeliveryLog log,
            LongSupplier wallClock) {
        this.views = views;
        this.changed = changed;
        this.writer = writer;
        this.log = log;
        this.wallClock = wallClock;
        this.alertmanager = new AlertmanagerClient(settings.url(), settings.timeout());
        this.outbox = new Outbox(settings.resend().toMillis(), settings.lifetime().toMillis());
        thread.setDaemon(true);
    }

    /** Tells what is open now, and from now on what changes. */
    void begin() {
        changed.listen();
        long now = wallClock.getAsLong();
        views.openAlerts().forEach(alert -> changed.add(alert.alertId(), now));
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(GATHER_MILLIS, TimeUnit.MILLISECONDS)) {
                if (deliver()) {
                    retryMillis = FIRST_RETRY_MILLIS;
                    changed.await(outbox.quietFor(wallClock.getAsLong(), LOOK_MILLIS));
                } else {
                    boolean ended = closing.await(retryMillis, TimeUnit.MILLISECONDS);
                    retryMillis = ended ? 0 : Math.min(LAST_RETRY_MILLIS, 2 * retryMillis);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Says what is due; false when Alertmanager did not take all of it. */
    private boolean deliver() throws InterruptedException {
        long now = wallClock.getAsLong();
        Map<String, Long> taken = changed.take();
        List<String> unknown = new ArrayList<>();
        List<String> ready = new ArrayList<>();
        taken.forEach((id, since) -> (waits(id, since, now) ? unknown : ready).add(id));
        changed.addAll(unknown, taken);
        List<Item> due = outbox.due(now, ready, this::message);
        for (int from = 0; from < due.size(); from += BATCH) {
            if (!post(due.subList(from, Math.min(due.size(), from + BATCH)), now)) {
                changed.addAll(ready, taken);
                log.waits(now);
                return false;
            }
        }
        Map<Way, Long> open = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            open.put(way, outbox.open(way));
        }
        log.delivered(open);
        return true;
    }

    private boolean waits(String alertId, long since, long now) {
        Alert alert = views.alert(alertId);
        boolean alive = alert.status() != Status.RESOLVED;
        return alive && now < since + PATIENCE_MILLIS && !writer.knowsWhose(alert);
    }

    private boolean post(List<Item> items, long now) throws InterruptedException {
        Result result = alertmanager.post(items);
        log.posted(result);
        if (result == Result.FAILED) {
            return false;
        }
        items.forEach(item -> outbox.taken(item, now));
        return true;
    }

    /** What holds of an alert now; a severity once told never falls. */
    private Message message(String alertId, Message before) {
        Alert alert = views.alert(alertId);
        Way way = Way.of(alert);
        if (alert.status() == Status.RESOLVED || way == Way.HELD) {
            return null;
        }
        if (before == null) {
            return writer.write(alert, way, alert.severity());
        }
        return writer.knowsWhose(alert)
                ? writer.write(alert, way, Math.max(alert.severity(), before.severity()))
                : before;
    }

    @Override
    public void close() {
        closing.countDown();
        thread.interrupt();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
