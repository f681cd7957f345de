package io.pipecast.training.rows;

/**
 * A stay of a deal in a stage. Instants are epoch milliseconds, Long.MAX_VALUE for what had not
 * happened by the end of the log.
 *
 * @param enteredAt entry, known
 * @param leftAt exit by moving or closing
 * @param endedAt when this life of the deal ended
 * @param won whether it ended by winning
 */
public record Visit(int stage, long enteredAt, long leftAt, long endedAt, boolean won) {
    /** Whether the deal was won, as far as was known at an instant. */
    public boolean wonBy(long until) {
        return won && endedAt <= until;
    }
}
