package io.pipecast.connect.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * A part of a settings file being read. Whatever is wrong goes into one list, each line naming key,
 * rule and value, and reading goes on; keys nobody asked for are found by {@link #refuseOthers}.
 */
final class Section {
    private final String path;
    private final JsonNode node;
    private final List<String> problems;
    private final Set<String> known = new HashSet<>();

    Section(String path, JsonNode node, List<String> problems) {
        this.path = path;
        this.node = node == null ? MissingNode.getInstance() : node;
        this.problems = problems;
        if (!this.node.isMissingNode() && !this.node.isObject()) {
            problem("", "must be a map of keys and values", this.node);
        }
    }

    /** Text of a key, or null. */
    String text(String key) {
        JsonNode value = get(key);
        if (value == null) {
            return null;
        }
        if (!value.isValueNode()) {
            problem(key, "must be a single value", value);
            return null;
        }
        return value.asText();
    }

    /** Text of a key; a missing one is a problem. */
    String requiredText(String key) {
        String text = text(key);
        if (text == null || text.isEmpty()) {
            problem(key, "is required");
            return "";
        }
        return text;
    }

    /** True or false of a key. */
    boolean flag(String key, boolean absent) {
        String text = text(key);
        if (text == null) {
            return absent;
        }
        if (!text.equals("true") && !text.equals("false")) {
            problem(key, "must be true or false, was " + text);
        }
        return text.equals("true");
    }

    /** One of an enum's names in lower case, with dashes for underscores. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
        String text = text(key);
        if (text == null) {
            return absent;
        }
        for (E choice : type.getEnumConstants()) {
            if (word(choice).equals(text)) {
                return choice;
            }
        }
        List<String> words = Arrays.stream(type.getEnumConstants()).map(Section::word).toList();
        problem(key, "must be one of " + String.join(", ", words) + ", was " + text);
        return absent;
    }

    /** A key's text read by a function that throws for a wrong one. */
    <T> T parsed(String key, String rule, T absent, Function<String, T> reader) {
        String text = text(key);
        if (text == null) {
            return absent;
        }
        try {
            return reader.apply(text);
        } catch (RuntimeException wrong) {
            problem(key, rule + ", was " + text);
            return absent;
        }
    }

    /** Texts of a key that holds a list or a single value; empty when absent. */
    List<String> texts(String key) {
        JsonNode value = get(key);
        List<String> texts = new ArrayList<>();
        if (value != null && value.isArray()) {
            value.forEach(item -> texts.add(item.asText()));
        } else if (value != null) {
            texts.add(value.asText());
        }
        return texts;
    }

    /** The map of texts below a key; empty when absent. */
    Map<String, String> textMap(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        Section below = section(key);
        below.keys().forEach(k -> map.put(k, below.requiredText(k)));
        return map;
    }

    /** The section below a key; an empty one when absent. */
    Section section(String key) {
        JsonNode value = get(key);
        return new Section(at(key), value, problems);
    }

    /** Sections of a key that holds a list of them, or one alone; empty when absent. */
    List<Section> sections(String key) {
        JsonNode value = get(key);
        List<Section> sections = new ArrayList<>();
        if (value != null && value.isArray()) {
            for (int i = 0; i < value.size(); i++) {
                sections.add(new Section(at(key) + "[" + i + "]", value.get(i), problems));
            }
        } else if (value != null) {
            sections.add(new Section(at(key), value, problems));
        }
        return sections;
    }

    /** Raw node of a key, or null. */
    JsonNode get(String key) {
        known.add(key);
        JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    boolean has(String key) {
        return get(key) != null;
    }

    List<String> keys() {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    /** Reports every key that was never asked for. */
    void refuseOthers() {
        for (String key : keys()) {
            if (!known.contains(key)) {
                problem(key, "is not a known key here");
            }
        }
    }

    void problem(String key, String rule) {
        problems.add(at(key) + " " + rule);
    }

    private void problem(String key, String rule, JsonNode value) {
        problem(key, rule + ", was " + value);
    }

    String at(String key) {
        if (key.isEmpty()) {
            return path.isEmpty() ? "the file" : path;
        }
        return path.isEmpty() ? key : path + "." + key;
    }

    private static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
