package io.pipecast.codec.settings;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The content of a configuration file, held against the option table. */
final class ConfigTree {
    private static final ObjectMapper YAML =
            YAMLMapper.builder().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();

    private static final int LONGEST_VALUE = 80;

    private final JsonNode root;
    final List<String> problems = new ArrayList<>();

    /**
     * A tree of YAML text.
     *
     * @throws ConfigException when it is no YAML or no map
     */
    ConfigTree(String yaml) {
        root = parse(yaml);
        if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
            throw new ConfigException(
                    List.of("configuration must be a map of options, was " + shown(root)));
        }
        unknown("", root);
    }

    /** Value of an option: as given, or its default when it is absent or wrong. */
    <T> T get(Option<T> option) {
        JsonNode node = node(option);
        T value = option.kind().parse(node);
        if (value == null) {
            problems.add(problem(option.key(), option.kind(), node));
            value = option.kind().parse(parse(option.fallback()));
        }
        return value;
    }

    /** The node of an option: as given, or of its default. */
    JsonNode node(Option<?> option) {
        JsonNode given = root.at("/" + option.key().replace('.', '/'));
        return given.isMissingNode() || given.isNull() ? parse(option.fallback()) : given;
    }

    /** Whether the file says something about an option. */
    boolean has(Option<?> option) {
        return !root.at("/" + option.key().replace('.', '/')).isMissingNode();
    }

    static String problem(String key, Kind<?> kind, JsonNode node) {
        return key + " " + kind.rule() + ", was " + shown(node);
    }

    /** YAML text with one option set, comments lost. */
    static String with(String yaml, Option<?> option, String value) {
        JsonNode given = parse(yaml);
        ObjectNode changed = given.isObject() ? (ObjectNode) given : YAML.createObjectNode();
        String[] path = option.key().split("\\.", -1);
        ObjectNode at = changed;
        for (int i = 0; i + 1 < path.length; i++) {
            at = at.get(path[i]) instanceof ObjectNode group ? group : at.putObject(path[i]);
        }
        at.put(path[path.length - 1], value);
        try {
            return YAML.writeValueAsString(changed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as YAML can be written", e);
        }
    }

    private static JsonNode parse(String yaml) {
        try {
            JsonNode node = YAML.readTree(yaml);
            return node == null ? MissingNode.getInstance() : node;
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null ? "" : " in line " + e.getLocation().getLineNr();
            String what = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw new ConfigException(
                    List.of("configuration must be YAML, was not" + where + ": " + what));
        }
    }

    private void unknown(String prefix, JsonNode node) {
        Map<String, Option<?>> options = Options.byKey();
        node.properties()
                .forEach(
                        field -> {
                            String key = prefix + field.getKey();
                            boolean group =
                                    options.keySet().stream()
                                            .anyMatch(k -> k.startsWith(key + "."));
                            if (group) {
                                group(key, field.getValue());
                            } else if (!options.containsKey(key)) {
                                problems.add(Spelling.unknown(key, key, options.keySet()));
                            }
                        });
    }

    private void group(String key, JsonNode node) {
        if (node.isObject()) {
            unknown(key + ".", node);
        } else if (!node.isNull()) {
            problems.add(key + " must be a map of options, was " + shown(node));
        }
    }

    private static String shown(JsonNode node) {
        String text = node.isTextual() ? node.asText() : node.toString();
        return text.length() > LONGEST_VALUE ? text.substring(0, LONGEST_VALUE) + "…" : text;
    }
}
