package io.pipecast.connect.mapping;

/** What a target field holds, and so how the text of a column is read into it. */
public enum FieldType {
    /** Any text. */
    TEXT,
    /** An id of a deal, user, territory, account or period: text that must not be empty. */
    ID,
    /** A stage name; checked against the configured stages where a configuration is given. */
    STAGE,
    /** A user id; counted when no user record states it. */
    USER,
    /** An ISO 4217 code. */
    CURRENCY,
    /** Money: decimal major units (or minor ones) of the record's currency. */
    AMOUNT,
    /** A positive decimal number kept as text: an exchange rate. */
    DECIMAL,
    /** true or false. */
    FLAG,
    /** An instant. */
    INSTANT,
    /** A local date. */
    DATE,
    /** One of a fixed list of names. */
    NAME
}
