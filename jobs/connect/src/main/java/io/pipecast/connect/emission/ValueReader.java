package io.pipecast.connect.emission;

import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.TargetField;
import io.pipecast.connect.mapping.Value;
import io.pipecast.connect.mapping.ValueMap;
import io.pipecast.connect.mapping.ValueMap.Otherwise;
import io.pipecast.connect.rows.Row;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.money.MinorUnits;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;

/** Finds the text a mapping's value has in a row, and reads it as the field's type. */
final class ValueReader {
    private final FurtherTables tables;
    private final Mapping.Numbers numbers;

    ValueReader(FurtherTables tables, Mapping.Numbers numbers) {
        this.tables = tables;
        this.numbers = numbers;
    }

    /** Text of a value in a row, mapped; null when it has none. */
    String text(TargetField field, Value value, Row row) throws RefusedRow {
        String text =
                switch (value.origin()) {
                    case COLUMN -> row.text(value.name());
                    case CONSTANT -> value.name();
                    case FILE -> lookedUp(field, value, row);
                };
        text = text == null || value.map() == null ? text : mapped(field, value.map(), text);
        return text == null ? value.fallback() : text;
    }

    private String lookedUp(TargetField field, Value value, Row row) throws RefusedRow {
        String key = text(field, value.lookup().key(), row);
        if (key == null) {
            return null;
        }
        Row found = tables.find(value.lookup().file(), key);
        if (found == null && value.fallback() == null) {
            String rule = "%s must have a row in %s".formatted(field.name(), value.lookup().file());
            throw new RefusedRow(rule, key, field.type());
        }
        return found == null ? null : found.text(value.name());
    }

    private static String mapped(TargetField field, ValueMap map, String text) throws RefusedRow {
        String ours = map.entries().get(text);
        if (ours != null || map.otherwise() == Otherwise.DROP) {
            return ours;
        }
        if (map.otherwise() == Otherwise.KEEP) {
            return text;
        }
        throw new RefusedRow(
                field.name() + " must be one of the mapped values", text, field.type());
    }

    /**
     * Reads a text as a field's type.
     *
     * @param currency currency of an amount
     */
    Object typed(TargetField field, Value value, String text, String currency) throws RefusedRow {
        return switch (field.type()) {
            case TEXT, ID, STAGE, USER -> text;
            case CURRENCY -> currency(field, text);
            case AMOUNT -> amount(field, value, text, currency);
            case DECIMAL -> rate(field, text).toPlainString();
            case FLAG -> flag(field, text);
            case INSTANT -> instant(field, value, text).toEpochMilli();
            case DATE -> (int) date(field, value, text).toEpochDay();
            case NAME -> name(field, text);
        };
    }

    private static String currency(TargetField field, String text) throws RefusedRow {
        if (!MinorUnits.isCurrency(text)) {
            throw refused(field, "must be an ISO 4217 code", text);
        }
        return text;
    }

    private long amount(TargetField field, Value value, String text, String currency)
            throws RefusedRow {
        BigDecimal number = decimal(field, text);
        if (number.signum() < 0) {
            throw refused(field, "must not be negative", text);
        }
        // before the shift: an exponent of a billion must not become a number of as many digits
        if (number.precision() - number.scale() > 15) {
            throw refused(field, "must be at most 10^13 minor units", text);
        }
        long minor = MinorUnits.of(number, value.minor() ? "JPY" : currency);
        if (minor > MinorUnits.LIMIT) {
            throw refused(field, "must be at most 10^13 minor units", text);
        }
        return minor;
    }

    private BigDecimal rate(TargetField field, String text) throws RefusedRow {
        BigDecimal number = decimal(field, text);
        boolean plain = Math.abs((long) number.precision() - number.scale()) <= 15;
        if (number.signum() <= 0 || number.scale() > 30 || !plain) {
            throw refused(field, "must be a positive number of usual size", text);
        }
        return number;
    }

    private BigDecimal decimal(TargetField field, String text) throws RefusedRow {
        try {
            return new BigDecimal(numbers.plain(text));
        } catch (NumberFormatException other) {
            throw refused(field, "must be a decimal number", text);
        }
    }

    private static boolean flag(TargetField field, String text) throws RefusedRow {
        if (!text.equals("true") && !text.equals("false")) {
            throw refused(field, "must be true or false", text);
        }
        return text.equals("true");
    }

    private static Instant instant(TargetField field, Value value, String text) throws RefusedRow {
        try {
            Instant instant = value.time().instant(text);
            plausible(field, Math.floorDiv(instant.getEpochSecond(), 86_400), text);
            return instant;
        } catch (DateTimeException | ArithmeticException | NumberFormatException other) {
            throw refused(field, "must be " + value.time().describe(), text);
        }
    }

    private static LocalDate date(TargetField field, Value value, String text) throws RefusedRow {
        try {
            LocalDate date = value.time().date(text);
            plausible(field, date.toEpochDay(), text);
            return date;
        } catch (DateTimeException | ArithmeticException | NumberFormatException other) {
            throw refused(field, "must be " + value.time().describe(), text);
        }
    }

    private static void plausible(TargetField field, long day, String text) throws RefusedRow {
        if (day <= DayClock.FIRST_DAY || day >= DayClock.LAST_DAY) {
            throw refused(field, "must lie between 1990 and 2089", text);
        }
    }

    private static String name(TargetField field, String text) throws RefusedRow {
        if (!field.names().contains(text)) {
            throw refused(field, "must be one of " + String.join(", ", field.names()), text);
        }
        return text;
    }

    private static RefusedRow refused(TargetField field, String rule, String value) {
        return new RefusedRow(field.name() + " " + rule, value, field.type());
    }

    /** Whether an empty text of a column that is there clears the field. */
    static boolean clears(Value value, Row row) {
        return value.clears()
                && value.origin() == Value.Origin.COLUMN
                && row.has(value.name())
                && row.text(value.name()) == null;
    }
}
