package io.pipecast.connect.emission;

import io.pipecast.connect.mapping.FieldType;

/**
 * A row that cannot become an event. The rule and the value are kept apart so that rows refused for
 * the same reason can be counted together.
 */
public final class RefusedRow extends Exception {
    private static final long serialVersionUID = 1L;

    private final String rule;
    private final String value;
    private final FieldType type;

    /** Says that {@code rule} ("stage must be …") is broken by {@code value}. */
    public RefusedRow(String rule, String value) {
        this(rule, value, FieldType.TEXT);
    }

    RefusedRow(String rule, String value, FieldType type) {
        // no stack trace: a million bad rows are a finding, not a million faults
        super(value == null ? rule : rule + ", was " + value, null, false, false);
        this.rule = rule;
        this.value = value;
        this.type = type;
    }

    /** What must hold, naming the field. */
    public String rule() {
        return rule;
    }

    /** The offending text, or null. */
    public String value() {
        return value;
    }

    /** Type of the field it is about. */
    public FieldType type() {
        return type;
    }
}
