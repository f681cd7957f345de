package io.pipecast.codec.control;

/**
 * A model for the running job; the highest sequence wins, whatever the order of arrival.
 *
 * @param sequence grows with every publication
 * @param modelVersion version the forecasts will carry
 * @param effectiveFrom epoch milliseconds from which forecasts use it
 * @param publishedAt epoch milliseconds
 * @param actor who published it
 * @param document the model document, an Avro object container file; not copied; empty for {@link
 *     Role#SHADOW_END}
 * @param role what it is for
 * @param restores sequence of the earlier publication a rollback publishes again, or {@link #NONE}
 */
public record ModelPublished(
        long sequence,
        String modelVersion,
        long effectiveFrom,
        long publishedAt,
        String actor,
        byte[] document,
        Role role,
        long restores) {
    /** A publication that restores no earlier one. */
    public static final long NONE = Long.MIN_VALUE;

    /** What a published model is for. */
    public enum Role {
        /** Forecasts. */
        CHAMPION,
        /** Scores the same stream beside the champion, into outputs of its own. */
        SHADOW,
        /** Ends the shadow; carries no document. */
        SHADOW_END
    }

    /** A model to forecast with. */
    public ModelPublished(
            long sequence,
            String modelVersion,
            long effectiveFrom,
            long publishedAt,
            String actor,
            byte[] document) {
        this(
                sequence,
                modelVersion,
                effectiveFrom,
                publishedAt,
                actor,
                document,
                Role.CHAMPION,
                NONE);
    }
}
