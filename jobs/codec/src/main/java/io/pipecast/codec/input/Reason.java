package io.pipecast.codec.input;

/** Why an input record is refused; the code goes into {@code crm.rejected} and into metrics. */
public enum Reason {
    /** Not JSON, not UTF-8, truncated or trailing bytes. */
    UNREADABLE("unreadable"),
    /** More than {@link Rejection#LARGEST_RECORD} bytes. */
    TOO_LARGE("too-large"),
    /** Fingerprint of a schema this build does not know. */
    UNKNOWN_SCHEMA("unknown-schema"),
    /** A JSON record of a {@code type} that is none of the known ones. */
    UNKNOWN_TYPE("unknown-type"),
    /** A required field is missing or empty. */
    MISSING_FIELD("missing-field"),
    /** A value of the wrong type, an unknown symbol, a number that is none. */
    BAD_VALUE("bad-value"),
    /** An instant or date outside 1990–2089. */
    IMPLAUSIBLE_TIME("implausible-time"),
    /** An amount or measure below 0 or above 10^13 minor units. */
    AMOUNT_OUT_OF_RANGE("amount-out-of-range"),
    /** A stage that is not configured. */
    UNKNOWN_STAGE("unknown-stage"),
    /** A currency that is not ISO 4217. */
    UNKNOWN_CURRENCY("unknown-currency"),
    /** Credits that do not sum to all of the deal, or name a user twice. */
    BAD_CREDITS("bad-credits"),
    /** A fact of a deal whose state is dropped; found by the job, not by a decoder. */
    AFTER_RETENTION("after-retention");

    /** Stable text on the wire and in metrics. */
    public final String code;

    Reason(String code) {
        this.code = code;
    }
}
