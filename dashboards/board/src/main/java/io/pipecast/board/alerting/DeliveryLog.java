package io.pipecast.board.alerting;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** How delivery goes: written by the one that delivers, read by any thread. */
public final class DeliveryLog {
    private static final long NOTHING = Long.MIN_VALUE;

    private final Map<Result, AtomicLong> posts = new EnumMap<>(Result.class);
    private final AtomicLong waitingSince = new AtomicLong(NOTHING);
    private volatile Map<Way, Long> open = Map.of();

    /** A log of nothing. */
    public DeliveryLog() {
        for (Result result : Result.values()) {
            posts.put(result, new AtomicLong());
        }
    }

    /** What became of a post. */
    public enum Result {
        /** Alertmanager took it. */
        TAKEN,
        /** Alertmanager found something wrong in it and said so. */
        REFUSED,
        /** Nobody took it: it is posted again. */
        FAILED
    }

    void posted(Result result) {
        posts.get(result).incrementAndGet();
    }

    /** Something waits to be delivered since an instant, unless something waits longer. */
    void waits(long now) {
        waitingSince.compareAndSet(NOTHING, now);
    }

    /** Everything is delivered. */
    void delivered(Map<Way, Long> openNow) {
        waitingSince.set(NOTHING);
        open = Map.copyOf(openNow);
    }

    /** Number of posts that ended so. */
    public long posts(Result result) {
        return posts.get(result).get();
    }

    /** Number of alerts that Alertmanager takes for open. */
    public long open(Way way) {
        return open.getOrDefault(way, 0L);
    }

    /** Milliseconds for which something has waited for Alertmanager, 0 when nothing does. */
    public long waitingMillis(long now) {
        long since = waitingSince.get();
        return since == NOTHING ? 0 : Math.max(0, now - since);
    }
}
