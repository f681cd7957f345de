package io.pipecast.codec.json;

import java.util.List;

/**
 * Writes one JSON object at a time as text without line breaks, fields in the order they are given.
 * A null is left out. Reusable, not thread-safe.
 */
public final class JsonLine {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final JsonText out;
    private boolean first = true;

    /** Writes to the end of {@code out}. */
    public JsonLine(JsonText out) {
        this.out = out;
    }

    /** Opens an object: the line itself, an element or the value of {@link #name}. */
    public JsonLine open() {
        separate();
        out.append('{');
        first = true;
        return this;
    }

    /** Closes the object. */
    public JsonLine close() {
        out.append('}');
        first = false;
        return this;
    }

    /** Opens an array as the value of a field. */
    public JsonLine openArray(String name) {
        name(name);
        out.append('[');
        first = true;
        return this;
    }

    /** Closes the array. */
    public JsonLine closeArray() {
        out.append(']');
        first = false;
        return this;
    }

    /** Starts a field whose value follows by {@link #open}. */
    public JsonLine name(String name) {
        separate();
        out.append('"').append(name).append("\":");
        first = true;
        return this;
    }

    /** Starts a field whose name is data and may need escaping. */
    public JsonLine quoted(String name) {
        separate();
        quote(name);
        out.append(':');
        first = true;
        return this;
    }

    /** A whole number as the value of {@link #name} or {@link #quoted}, or as an element. */
    public JsonLine value(long value) {
        separate();
        out.append(value);
        first = false;
        return this;
    }

    /** A field of text. */
    public JsonLine text(String name, String value) {
        if (value != null) {
            name(name);
            quote(value);
        }
        return this;
    }

    /** A field of an enum's name. */
    public JsonLine symbol(String name, Enum<?> value) {
        return text(name, value == null ? null : value.name());
    }

    /** A whole number. */
    public JsonLine number(String name, long value) {
        return name(name).value(value);
    }

    /** A whole number, left out when null. */
    public JsonLine number(String name, Number value) {
        return value == null ? this : number(name, value.longValue());
    }

    /** A whole number, left out when it is {@code missing}. */
    public JsonLine number(String name, long value, long missing) {
        return value == missing ? this : number(name, value);
    }

    /** A decimal of {@code units} ÷ 10^{@code digits} without trailing zeros, digits 0–6. */
    public JsonLine decimal(String name, long units, int digits) {
        name(name);
        long power = POWERS[digits];
        long rest = Math.abs(units % power);
        if (units < 0 && units > -power) {
            out.append('-');
        }
        out.append(units / power);
        if (rest != 0) {
            out.append('.');
        }
        while (rest != 0) {
            power /= 10;
            out.append((char) ('0' + rest / power));
            rest %= power;
        }
        first = false;
        return this;
    }

    /** A measured number to four decimals, left out when it is not a finite number. */
    public JsonLine measured(String name, double value) {
        return Double.isFinite(value) ? decimal(name, Math.round(value * 10_000), 4) : this;
    }

    /** A truth value. */
    public JsonLine truth(String name, boolean value) {
        name(name);
        out.append(value ? "true" : "false");
        first = false;
        return this;
    }

    /** An instant of epoch milliseconds as ISO-8601 UTC text with milliseconds. */
    public JsonLine instant(String name, long millis) {
        name(name);
        out.append('"');
        IsoText.appendInstant(out, millis);
        out.append('"');
        first = false;
        return this;
    }

    /** An instant, left out when null. */
    public JsonLine instant(String name, Long millis) {
        return millis == null ? this : instant(name, millis.longValue());
    }

    /** An instant, left out when it is {@code missing}. */
    public JsonLine instant(String name, long millis, long missing) {
        return millis == missing ? this : instant(name, millis);
    }

    /** An epoch day as ISO date. */
    public JsonLine date(String name, long day) {
        name(name);
        out.append('"');
        IsoText.appendDate(out, day);
        out.append('"');
        first = false;
        return this;
    }

    /** An epoch day, left out when it is {@code missing}. */
    public JsonLine date(String name, long day, long missing) {
        return day == missing ? this : date(name, day);
    }

    /** An array of texts. */
    public JsonLine texts(String name, List<String> values) {
        openArray(name);
        for (String value : values) {
            separate();
            quote(value);
        }
        return closeArray();
    }

    private void quote(String value) {
        out.quote(value);
        first = false;
    }

    private void separate() {
        if (!first) {
            out.append(',');
        }
        first = true;
    }
}
