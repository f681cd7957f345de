package io.pipecast.codec.input;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import io.pipecast.codec.avro.TextCache;
import io.pipecast.codec.json.IsoText;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * Typed reading of the value a JSON parser stands on. A JSON null reads as null: absent. Reusable,
 * not thread-safe.
 */
final class JsonFields {
    private final TextCache cache = new TextCache();
    private JsonParser in;
    private String reread;

    void over(JsonParser parser) {
        in = parser;
        reread = null;
    }

    /** Makes {@link #next} answer a name the parser has passed already. */
    void reread(String name) {
        reread = name;
    }

    /** Steps to the next field of the object and on to its value; null at the object's end. */
    String next() throws IOException {
        String name = reread != null ? reread : in.nextFieldName();
        reread = null;
        if (name == null && in.currentToken() != JsonToken.END_OBJECT) {
            throw new IOException("the object ends too early");
        }
        if (name != null) {
            in.nextToken();
        }
        return name;
    }

    /** Leaves the value out, whatever it is. */
    void skip() throws IOException {
        in.skipChildren();
    }

    String text(String field) throws IOException, Refusal {
        return is(JsonToken.VALUE_STRING, field, "text") ? in.getText() : null;
    }

    /** Text that recurs, as a shared string. */
    String word(String field) throws IOException, Refusal {
        if (!is(JsonToken.VALUE_STRING, field, "text")) {
            return null;
        }
        return cache.of(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
    }

    /** A word, or the fallback when it is absent. */
    String word(String field, String fallback) throws IOException, Refusal {
        String word = word(field);
        return word == null ? fallback : word;
    }

    /** Decimal text; a JSON number is taken as its text. */
    String decimal(String field) throws IOException, Refusal {
        return in.currentToken().isNumeric() ? in.getText() : text(field);
    }

    Boolean truth(String field) throws IOException, Refusal {
        if (in.currentToken() == JsonToken.VALUE_FALSE) {
            return false;
        }
        return is(JsonToken.VALUE_TRUE, field, "true or false") ? true : null;
    }

    /** Epoch milliseconds of ISO text or of a whole number. */
    Long instant(String field) throws IOException, Refusal {
        if (in.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            if (in.getNumberType() == NumberType.BIG_INTEGER) {
                throw Refusal.of(
                        Reason.IMPLAUSIBLE_TIME,
                        field,
                        "must lie between 1990 and 2089",
                        in.getText());
            }
            return in.getLongValue();
        }
        String rule = "an ISO-8601 instant with zone, or epoch milliseconds";
        if (!is(JsonToken.VALUE_STRING, field, rule)) {
            return null;
        }
        long millis =
                IsoText.instant(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
        if (millis == IsoText.UNREADABLE) {
            throw Refusal.badValue(field, "must be " + rule, in.getText());
        }
        return millis;
    }

    /** Epoch day of an ISO date. */
    Integer date(String field) throws IOException, Refusal {
        if (!is(JsonToken.VALUE_STRING, field, "a date yyyy-MM-dd")) {
            return null;
        }
        long day = IsoText.date(in.getTextCharacters(), in.getTextOffset(), in.getTextLength());
        if (day == IsoText.UNREADABLE) {
            throw Refusal.badValue(field, "must be a date yyyy-MM-dd", in.getText());
        }
        return (int) day;
    }

    /** Minor units; a whole number beyond 64 bits is out of range like any other. */
    Long amount(String field) throws IOException, Refusal {
        if (!is(JsonToken.VALUE_NUMBER_INT, field, "a whole number of minor units")) {
            return null;
        }
        if (in.getNumberType() == NumberType.BIG_INTEGER) {
            throw Checks.outOfRange(field, in.getText());
        }
        return in.getLongValue();
    }

    /** A whole number, or the fallback when it is absent. */
    long whole(String field, long fallback, long least, long most) throws IOException, Refusal {
        if (!is(JsonToken.VALUE_NUMBER_INT, field, "a whole number")) {
            return fallback;
        }
        boolean fits = in.getNumberType() != NumberType.BIG_INTEGER;
        if (!fits || in.getLongValue() < least || in.getLongValue() > most) {
            String rule = "must be a whole number from " + least + " to " + most;
            throw Refusal.badValue(field, rule, in.getText());
        }
        return in.getLongValue();
    }

    <E extends Enum<E>> E symbol(String field, Map<String, E> symbols) throws IOException, Refusal {
        String word = word(field);
        E value = word == null ? null : symbols.get(word);
        if (word != null && value == null) {
            throw Refusal.badValue(field, "must be one of " + symbols.values(), word);
        }
        return value;
    }

    /** Adds the texts of an array. */
    void texts(String field, List<String> into) throws IOException, Refusal {
        if (is(JsonToken.START_ARRAY, field, "a list of texts")) {
            while (in.nextToken() != JsonToken.END_ARRAY) {
                String text = word(field);
                Checks.present(field, text);
                into.add(text);
            }
        }
    }

    /** Whether the value is an array; false for null. Its elements follow by {@link #element}. */
    boolean array(String field) throws IOException, Refusal {
        return is(JsonToken.START_ARRAY, field, "a list");
    }

    /** Steps to the next element, which must be an object; false at the array's end. */
    boolean element(String field) throws IOException, Refusal {
        if (in.nextToken() == JsonToken.END_ARRAY) {
            return false;
        }
        if (!is(JsonToken.START_OBJECT, field, "a list of objects")) {
            throw Refusal.badValue(field, "must be a list of objects", "null");
        }
        return true;
    }

    /** Whether the value is an object; false for null. */
    boolean object(String field) throws IOException, Refusal {
        return is(JsonToken.START_OBJECT, field, "an object");
    }

    /** Whether the value is of a type; false for null; a refusal for any other type. */
    private boolean is(JsonToken type, String field, String what) throws IOException, Refusal {
        JsonToken token = in.currentToken();
        if (token == type) {
            return true;
        }
        if (token == JsonToken.VALUE_NULL) {
            return false;
        }
        throw Refusal.badValue(field, "must be " + what, in.getText());
    }
}
