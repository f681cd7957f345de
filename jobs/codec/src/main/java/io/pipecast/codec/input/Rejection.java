package io.pipecast.codec.input;

/**
 * An input record that could not be used. It depends on the record and the configuration alone.
 *
 * @param reason a {@link Reason#code}
 * @param field field at fault, or null
 * @param detail names the field, the rule and the value
 * @param source file or topic-partition the record came from
 * @param position line or offset in the source
 * @param observedAt time of the record in epoch milliseconds, or {@link #NO_TIME}
 * @param raw the record's bytes, at most {@link #LARGEST_RAW}
 * @param rawLength length of the whole record in bytes
 */
public record Rejection(
        String reason,
        String field,
        String detail,
        String source,
        long position,
        long observedAt,
        byte[] raw,
        long rawLength) {
    /** The observedAt of a record whose time nobody knows. */
    public static final long NO_TIME = Long.MIN_VALUE;

    /** Largest record that is read, bytes. */
    public static final int LARGEST_RECORD = 1 << 20;

    /** Most bytes that are kept of a refused record. */
    public static final int LARGEST_RAW = 1 << 16;

    /** A rejection keeping a copy of the first bytes of the record. */
    static Rejection of(
            Refusal why,
            byte[] bytes,
            int offset,
            int length,
            String source,
            long position,
            long observedAt) {
        int kept = Math.min(length, LARGEST_RAW);
        byte[] raw = new byte[kept];
        System.arraycopy(bytes, offset, raw, 0, kept);
        return new Rejection(
                why.reason.code,
                why.field,
                why.getMessage(),
                source,
                position,
                observedAt,
                raw,
                length);
    }
}
