package io.pipecast.codec.output;

import io.pipecast.codec.control.ModelPublished;
import java.util.Map;

/**
 * What the running job makes of a published model; an upsert by sequence.
 *
 * @param sequence of the publication
 * @param version number of statements about the publication; only grows
 * @param role what it was published for
 * @param state where it stands
 * @param reason why it is refused, or null
 * @param asOf clock of the job at the statement, epoch milliseconds, or {@link #UNKNOWN} before its
 *     first tick
 * @param modelVersion version the forecasts carry
 * @param effectiveFrom epoch milliseconds from which it is used
 * @param publishedAt epoch milliseconds
 * @param actor who published it
 * @param restores sequence of the earlier publication that a rollback restores, or {@link #UNKNOWN}
 * @param trainedFrom first instant of the facts it was learned from, or {@link #UNKNOWN}
 * @param trainedUntil nothing later was known to it, or {@link #UNKNOWN}
 * @param metrics counts and figures of its training by name; empty when refused
 */
public record ModelStatus(
        long sequence,
        long version,
        ModelPublished.Role role,
        State state,
        String reason,
        long asOf,
        String modelVersion,
        long effectiveFrom,
        long publishedAt,
        String actor,
        long restores,
        long trainedFrom,
        long trainedUntil,
        Map<String, Double> metrics) {
    /** What is not known or does not apply. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    /** Where a publication stands. */
    public enum State {
        /** Forecasts. */
        IN_FORCE,
        /** Waits for its effectiveFrom. */
        SCHEDULED,
        /** Gave way to a higher sequence. */
        SUPERSEDED,
        /** Scores beside the one in force. */
        SHADOW,
        /** Was a shadow, or ended one. */
        SHADOW_ENDED,
        /** Cannot be used; {@code reason} says why. */
        REFUSED
    }

    /** The same publication in another state at a clock, as the next statement. */
    public ModelStatus moved(State next, long clock) {
        return new ModelStatus(
                sequence,
                version + 1,
                role,
                next,
                reason,
                clock,
                modelVersion,
                effectiveFrom,
                publishedAt,
                actor,
                restores,
                trainedFrom,
                trainedUntil,
                metrics);
    }
}
