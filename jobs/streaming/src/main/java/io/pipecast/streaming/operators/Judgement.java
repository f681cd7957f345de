package io.pipecast.streaming.operators;

/**
 * A forecast that was made, or what became of one.
 *
 * @param modelVersion version of the model that made it
 * @param shadow whether the model scored beside the one in force
 * @param measure what was forecast, as in {@link io.pipecast.codec.output.ModelHealth#measure}
 * @param day local epoch day it counts on: of the forecast for {@link Kind#GIVEN}, else the one its
 *     horizon ended on
 * @param seen local epoch day of the row by which it is known
 * @param kind what is said
 * @param amount the chance in millionths; for periods the distance of P50 from what was closed as
 *     millionths of it, or {@link #NONE}
 */
public record Judgement(
        String modelVersion,
        boolean shadow,
        String measure,
        int day,
        int seen,
        Kind kind,
        int amount) {
    /** No amount. */
    public static final int NONE = -1;

    /** What is said of a forecast. */
    public enum Kind {
        /** A chance was given. */
        GIVEN,
        /** What was forecast came true. */
        CAME,
        /** It did not. */
        MISSED,
        /** A period ended below P10. */
        BELOW,
        /** Between P10 and P90. */
        INSIDE,
        /** Above P90. */
        ABOVE
    }

    /** What it is added up by. */
    public String key() {
        return (shadow ? "shadow|" : "champion|") + modelVersion + "|" + measure;
    }
}
