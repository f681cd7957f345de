package io.pipecast.streaming.operators;

import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyedStateBackend;
import org.apache.flink.runtime.state.VoidNamespace;
import org.apache.flink.runtime.state.heap.HeapKeyedStateBackend;
import org.apache.flink.streaming.runtime.tasks.ProcessingTimeService;

/**
 * Walks all keys of a task beside its stream: some at a time, a few milliseconds long, then a pause
 * in which records, timers and checkpoints have their turn. Everything happens on the task's own
 * thread. A key that comes later is not walked to: what is new is made by the newest model anyway.
 */
final class Sweep {
    /** Wall milliseconds a chunk may take. */
    private static final long CHUNK_MILLIS = 3;

    /** Wall milliseconds between chunks. */
    static final long PAUSE_MILLIS = 5;

    /** Most keys of a chunk. */
    static final int MOST_KEYS = 1_000;

    /** Keys between two looks at the time. */
    private static final int STRIDE = 16;

    private final KeyedStateBackend<String> backend;
    private final ProcessingTimeService time;
    private final Visit visit;
    private Stream<String> source;
    private Iterator<String> keys;
    private boolean timerSet;

    /** What is done with a key. */
    interface Visit {
        void key(String key) throws Exception;
    }

    Sweep(KeyedStateBackend<String> backend, ProcessingTimeService time, Visit visit) {
        this.backend = backend;
        this.time = time;
        this.visit = visit;
    }

    /** Begins, or begins again from the first key. */
    void start() {
        close();
        Stream<String> all = backend.getKeys(TrackDeals.DEAL.getName(), VoidNamespace.INSTANCE);
        if (backend instanceof HeapKeyedStateBackend) {
            // maps in memory must not change under an iterator; the names alone are little
            try (all) {
                List<String> names = all.toList();
                keys = names.iterator();
            }
        } else {
            source = all;
            keys = all.iterator();
        }
        soon();
    }

    /** Whether keys are left. */
    boolean isRunning() {
        return keys != null;
    }

    private void soon() {
        if (!timerSet) {
            timerSet = true;
            time.registerTimer(
                    time.getCurrentProcessingTime() + PAUSE_MILLIS,
                    at -> {
                        timerSet = false;
                        chunk();
                    });
        }
    }

    private void chunk() throws Exception {
        if (keys == null) {
            return;
        }
        long until = time.getCurrentProcessingTime() + CHUNK_MILLIS;
        int walked = 0;
        while (keys.hasNext() && walked < MOST_KEYS && isTimeLeft(walked, until)) {
            visit.key(keys.next());
            walked++;
        }
        if (keys.hasNext()) {
            soon();
        } else {
            close();
        }
    }

    private boolean isTimeLeft(int walked, long until) {
        return walked % STRIDE != 0 || time.getCurrentProcessingTime() < until;
    }

    /** Ends it. */
    void close() {
        keys = null;
        if (source != null) {
            source.close();
            source = null;
        }
    }
}
