package io.pipecast.domain.deal;

/**
 * Kind, direction and status of an activity, packed into the number of an {@link
 * DealField#ACTIVITY} fact: bits 0–7 kind, 8–15 direction, 16–23 status.
 */
public final class ActivityCode {
    /** What was done. */
    public enum Kind {
        CALL,
        EMAIL,
        MEETING,
        TASK,
        NOTE,
        OTHER
    }

    /** Who it went between; INBOUND and OUTBOUND face the buyer. */
    public enum Direction {
        INBOUND,
        OUTBOUND,
        INTERNAL
    }

    /** Whether it took place. Only completed activities count as engagement. */
    public enum Status {
        COMPLETED,
        SCHEDULED,
        STARTED,
        CANCELED
    }

    private static final Kind[] KINDS = Kind.values();
    private static final Direction[] DIRECTIONS = Direction.values();
    private static final Status[] STATUSES = Status.values();

    private ActivityCode() {}

    /** Packs the three into one number. */
    public static long pack(Kind kind, Direction direction, Status status) {
        return kind.ordinal() | ((long) direction.ordinal() << 8) | ((long) status.ordinal() << 16);
    }

    /** Kind of a packed code. */
    public static Kind kind(long code) {
        return KINDS[(int) (code & 0xff)];
    }

    /** Direction of a packed code. */
    public static Direction direction(long code) {
        return DIRECTIONS[(int) ((code >> 8) & 0xff)];
    }

    /** Status of a packed code. */
    public static Status status(long code) {
        return STATUSES[(int) ((code >> 16) & 0xff)];
    }
}
