package io.pipecast.codec.input;

/**
 * Leaves the reading of a record that will be refused. Without a stack trace: it is no surprise.
 */
final class Refusal extends Exception {
    private static final int LONGEST_VALUE = 80;

    final Reason reason;

    /** Field at fault, or null. */
    final String field;

    Refusal(Reason reason, String field, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.field = field;
    }

    /** A value of the wrong shape: {@code <field> <rule>, was <value>}. */
    static Refusal badValue(String field, String rule, Object value) {
        return of(Reason.BAD_VALUE, field, rule, value);
    }

    /** {@code <field> <rule>, was <value>}. */
    static Refusal of(Reason reason, String field, String rule, Object value) {
        return new Refusal(reason, field, field + " " + rule + ", was " + shown(value));
    }

    /** A value of the record in one short line. */
    private static String shown(Object value) {
        String text = String.valueOf(value).replaceAll("\\p{Cntrl}", " ");
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }

    static Refusal tooLarge(int length) {
        String rule = "must have at most " + Rejection.LARGEST_RECORD + " bytes";
        return of(Reason.TOO_LARGE, "record", rule, length);
    }

    static Refusal unreadable(String detail) {
        return new Refusal(Reason.UNREADABLE, null, detail);
    }
}
