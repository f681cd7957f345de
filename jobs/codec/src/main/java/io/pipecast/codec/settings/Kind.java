package io.pipecast.codec.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.domain.money.MinorUnits;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What values an option takes.
 *
 * @param rule completes "key …": {@code must be between 1 and 65535}
 * @param parser the value of a node; null or a runtime exception when it breaks the rule
 */
record Kind<T>(String rule, Function<JsonNode, T> parser) {

    /** The value, or null when the node breaks the rule. */
    T parse(JsonNode node) {
        try {
            return parser.apply(node);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    static Kind<String> text() {
        return new Kind<>("must be text", Kind::plain);
    }

    static Kind<String> required() {
        return new Kind<>(
                "must not be empty", node -> node.asText().isBlank() ? null : plain(node));
    }

    static Kind<String> matching(String pattern, String rule) {
        return new Kind<>(rule, node -> node.asText().matches(pattern) ? plain(node) : null);
    }

    static Kind<String> currency() {
        return new Kind<>(
                "must be an ISO 4217 currency",
                node -> MinorUnits.isCurrency(node.asText()) ? node.asText() : null);
    }

    static Kind<ZoneId> zone() {
        return new Kind<>("must be a time zone", node -> ZoneId.of(plain(node)));
    }

    static Kind<Boolean> truth() {
        return new Kind<>(
                "must be true or false", node -> node.isBoolean() ? node.asBoolean() : null);
    }

    static Kind<Integer> whole(int least, int most) {
        return new Kind<>(
                "must be a whole number between " + least + " and " + most,
                node -> {
                    boolean fits = node.isInt() && node.asInt() >= least && node.asInt() <= most;
                    return fits ? node.asInt() : null;
                });
    }

    static Kind<Double> decimal(double least, double most) {
        return new Kind<>(
                "must be a number between " + least + " and " + most,
                node -> {
                    boolean fits =
                            node.isNumber() && node.asDouble() >= least && node.asDouble() <= most;
                    return fits ? node.asDouble() : null;
                });
    }

    static Kind<LocalDate> date() {
        return new Kind<>(
                "must be a date yyyy-MM-dd between 1990 and 2089", node -> day(plain(node)));
    }

    static Kind<List<LocalDate>> dates() {
        return new Kind<>(
                "must be a list of dates yyyy-MM-dd between 1990 and 2089",
                node -> list(node, item -> day(plain(item))));
    }

    static Kind<Set<DayOfWeek>> week() {
        return new Kind<>(
                "must be a list of days of the week",
                node -> {
                    List<DayOfWeek> days = list(node, n -> symbol(DayOfWeek.class, plain(n)));
                    return EnumSet.copyOf(days);
                });
    }

    static Kind<Duration> duration(Duration least, Duration most) {
        return new Kind<>(
                "must be an ISO-8601 duration between " + least + " and " + most,
                node -> {
                    Duration value = Duration.parse(plain(node));
                    return value.compareTo(least) < 0 || value.compareTo(most) > 0 ? null : value;
                });
    }

    /** Enum constants, written in lower case with hyphens. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        List<String> names = new ArrayList<>();
        for (E value : type.getEnumConstants()) {
            names.add(value.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        return new Kind<>(
                "must be one of " + String.join(", ", names),
                node -> names.contains(plain(node)) ? symbol(type, plain(node)) : null);
    }

    static Kind<Map<String, String>> properties() {
        return new Kind<>(
                "must be a map of names to values",
                node -> {
                    if (!node.isObject()) {
                        return null;
                    }
                    Map<String, String> values = new LinkedHashMap<>();
                    node.properties().forEach(e -> values.put(e.getKey(), plain(e.getValue())));
                    return values;
                });
    }

    private static <E extends Enum<E>> E symbol(Class<E> type, String text) {
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static LocalDate day(String text) {
        LocalDate date = LocalDate.parse(text);
        if (date.getYear() < 1990 || date.getYear() > 2089) {
            throw new IllegalArgumentException("year of " + date);
        }
        return date;
    }

    private static <T> List<T> list(JsonNode node, Function<JsonNode, T> item) {
        if (!node.isArray()) {
            throw new IllegalArgumentException("no list");
        }
        List<T> values = new ArrayList<>();
        node.forEach(n -> values.add(item.apply(n)));
        return values;
    }

    private static String plain(JsonNode node) {
        if (!node.isValueNode() || node.isNull()) {
            throw new IllegalArgumentException("no plain value");
        }
        return node.asText();
    }
}
