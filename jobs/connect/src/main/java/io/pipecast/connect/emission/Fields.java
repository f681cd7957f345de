package io.pipecast.connect.emission;

import io.pipecast.connect.mapping.Target;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Typed values of one record being made, by field name. */
final class Fields {
    private final Map<String, Object> values = new HashMap<>();
    private final List<String> cleared = new ArrayList<>(0);

    void put(String name, Object value) {
        values.put(name, value);
    }

    void clear(String name) {
        cleared.add(name);
    }

    List<String> cleared() {
        return cleared;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    Set<String> names() {
        return values.keySet();
    }

    boolean same(Fields other) {
        return values.equals(other.values) && cleared.equals(other.cleared);
    }

    @Override
    public String toString() {
        return new TreeMap<>(values).toString();
    }

    boolean hasAmount() {
        return has("amount") || measures() != null;
    }

    /** Measures by their names in minor units, or null without any. */
    Map<String, Long> measures() {
        Map<String, Long> measures = null;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            if (value.getKey().startsWith(Target.MEASURES)) {
                measures = measures == null ? new TreeMap<>() : measures;
                String name = value.getKey().substring(Target.MEASURES.length());
                measures.put(name, (Long) value.getValue());
            }
        }
        return measures;
    }

    String text(String name) {
        return (String) values.get(name);
    }

    /** Epoch milliseconds, minor units or another whole number; null when unset. */
    Long number(String name) {
        return (Long) values.get(name);
    }

    /** Epoch day; null when unset. */
    Integer day(String name) {
        return (Integer) values.get(name);
    }

    boolean flag(String name, boolean absent) {
        return values.containsKey(name) ? (Boolean) values.get(name) : absent;
    }

    /** An enum's constant of the name, or null when unset. */
    <E extends Enum<E>> E name(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : Enum.valueOf(type, text);
    }
}
