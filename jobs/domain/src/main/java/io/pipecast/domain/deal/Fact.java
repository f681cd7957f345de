package io.pipecast.domain.deal;

/**
 * One thing that is true of a deal from an instant on: the unit of all deal state. Facts of a deal
 * form an ordered set by (time, orderKey, field, eventHash, text); everything else about a deal is
 * derived from that set, so arrival order and repetition cannot matter.
 */
public final class Fact implements Comparable<Fact> {
    /** The {@link #number} of a fact that has none, and of a field explicitly cleared. */
    public static final long NO_NUMBER = Long.MIN_VALUE;

    /** The {@link #text} of a close date entered for many deals at once. */
    public static final String BULK = "bulk";

    /** When it became true, epoch milliseconds. */
    public final long time;

    /**
     * When the source recorded it, epoch milliseconds; equals {@link #time} where the source does
     * not say.
     */
    public final long recordedAt;

    /** Position in the source, breaking ties of {@link #time}. */
    public final long orderKey;

    /** 64-bit hash of the event id the fact came with. */
    public final long eventHash;

    /** What the fact is about. */
    public final DealField field;

    /** Numeric value by {@link DealField}, or {@link #NO_NUMBER}. */
    public final long number;

    /** Textual value by {@link DealField}, or null. */
    public final String text;

    public Fact(
            long time,
            long recordedAt,
            long orderKey,
            long eventHash,
            DealField field,
            long number,
            String text) {
        this.time = time;
        this.recordedAt = recordedAt;
        this.orderKey = orderKey;
        this.eventHash = eventHash;
        this.field = field;
        this.number = number;
        this.text = text;
    }

    /** Whether the source said explicitly that the field has no value. */
    public boolean isCleared() {
        return number == NO_NUMBER && text == null;
    }

    /** Canonical order; 0 only for the same fact delivered twice. */
    @Override
    public int compareTo(Fact other) {
        int c = Long.compare(time, other.time);
        if (c == 0) {
            c = Long.compare(orderKey, other.orderKey);
        }
        if (c == 0) {
            c = field.compareTo(other.field);
        }
        if (c == 0) {
            c = Long.compare(eventHash, other.eventHash);
        }
        return c != 0 || field != DealField.MEASURE ? c : text.compareTo(other.text);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Fact fact && compareTo(fact) == 0;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(time * 31 + eventHash) * 31 + field.code;
    }

    @Override
    public String toString() {
        return field
                + "@"
                + java.time.Instant.ofEpochMilli(time)
                + "#"
                + orderKey
                + "="
                + (text != null ? text : "")
                + (number == NO_NUMBER ? "" : "(" + number + ")");
    }
}
