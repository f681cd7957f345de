package io.pipecast.board.alerting;

import io.pipecast.board.views.Changes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ids of the alerts that changed since somebody looked; each once, however often it changed. */
final class ChangedAlerts implements Changes {
    private final Map<String, Long> since = new HashMap<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final Semaphore bell = new Semaphore(0);

    /** From now on changes are kept. */
    void listen() {
        listening.set(true);
    }

    @Override
    public void alert(String alertId) {
        if (listening.get()) {
            add(alertId, System.currentTimeMillis());
        }
    }

    /** Puts an alert to those that changed, at an instant unless it is there. */
    void add(String alertId, long at) {
        synchronized (since) {
            since.putIfAbsent(alertId, at);
        }
        bell.release();
    }

    /** Puts back what was taken. */
    void addAll(Collection<String> alertIds, Map<String, Long> taken) {
        synchronized (since) {
            alertIds.forEach(id -> since.putIfAbsent(id, taken.get(id)));
        }
    }

    /** Waits until something changes, at most so long. */
    void await(long millis) throws InterruptedException {
        if (bell.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** Takes the ids, with the instant of each one's first change, epoch milliseconds. */
    Map<String, Long> take() {
        synchronized (since) {
            Map<String, Long> taken = new HashMap<>(since);
            since.clear();
            return taken;
        }
    }

    @Override
    public void cut(long number) {}

    @Override
    public void deal(String opportunityId) {}

    @Override
    public void feed(String source) {}
}
