package io.pipecast.board.access;

import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** Holds back who has tried wrong tokens again and again: at most ten a minute from one address. */
public final class Guesses {
    static final int MOST = 10;
    private static final long WINDOW_MILLIS = 60_000;
    private static final int ADDRESSES = 10_000;

    /** Shared by further addresses once so many are known that something is going on. */
    private static final String ELSEWHERE = "";

    private record Wrong(long since, int count) {}

    private final Map<String, Wrong> wrong = new HashMap<>();
    private final LongSupplier wallClock;

    /**
     * Nobody has tried yet.
     *
     * @param wallClock now, epoch milliseconds
     */
    public Guesses(LongSupplier wallClock) {
        this.wallClock = wallClock;
    }

    /** Whether an address may try now. */
    public synchronized boolean mayTry(String address) {
        Wrong tried = wrong.get(key(address));
        return tried == null
                || tried.count < MOST
                || wallClock.getAsLong() - tried.since >= WINDOW_MILLIS;
    }

    /** Takes note of a wrong token. */
    public synchronized void failed(String address) {
        long now = wallClock.getAsLong();
        wrong.values().removeIf(tried -> now - tried.since >= WINDOW_MILLIS);
        wrong.merge(
                key(address),
                new Wrong(now, 1),
                (tried, one) -> new Wrong(tried.since, tried.count + 1));
    }

    private String key(String address) {
        return wrong.size() < ADDRESSES || wrong.containsKey(address) ? address : ELSEWHERE;
    }
}
