package io.pipecast.connect.emission;

import java.io.IOException;

/** Takes the events of an import in the order of time and position. */
public interface EventSink {
    /** The next event. */
    void accept(ImportedEvent event) throws IOException;

    /** Called once after the last event. */
    default void finish() throws IOException {}

    /**
     * Forgets what was accepted, because the input turned out to be out of order; false when that
     * cannot be done, so that the events must come sorted from the start.
     */
    default boolean canRestart() {
        return false;
    }

    /** Forgets what was accepted; only where {@link #canRestart}. */
    default void restart() throws IOException {
        throw new IllegalStateException("this sink cannot restart");
    }
}
