package io.pipecast.board.audit;

/**
 * One line of the audit log: who did what, when. Once written it is never changed.
 *
 * @param at when, as the one who did it stated it, epoch milliseconds
 * @param recordedAt when it was written down, epoch milliseconds of the wall clock
 * @param actor who, or null where the source does not say
 * @param kind what it is about
 * @param subject which one
 * @param what in words
 * @param before value before, or null where it is not known
 * @param after value after, or null
 * @param source where it comes from: topic, partition and offset, or the board itself
 */
public record AuditEntry(
        long at,
        long recordedAt,
        String actor,
        Kind kind,
        String subject,
        String what,
        String before,
        String after,
        String source) {
    /** What an entry is about. */
    public enum Kind {
        /** Somebody signed in or out, or tried to. */
        SIGN_IN,
        /** Something was done about an alert. */
        ACTION,
        /** A chance was set by hand, or taken back. */
        OVERRIDE,
        CALL,
        QUOTA,
        MODEL,
        POLICY,
        CONFIGURATION
    }

    /** What tells entries apart when their sources are read again. */
    String identity() {
        return source + "|" + recordedAt;
    }
}
