package io.pipecast.app.demo;

/**
 * Where a demo's records come from, in the order they are sent. Instants are epoch milliseconds of
 * the company's time.
 */
interface Feed {
    /** Value of {@link #nextAt} when nothing more comes. */
    long END = Long.MAX_VALUE;

    /** Instant from which the demo plays at its own pace; everything before is history. */
    long liveFrom();

    /** When the next record is sent, or {@link #END}. */
    long nextAt();

    /** The next record. */
    Message next();
}
