package io.pipecast.connect.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.pipecast.connect.mapping.TimeReading.Form;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads and checks {@code mapping.yaml}; finds every problem before it complains. */
public final class MappingReader {
    private static final TimeReading ISO =
            new TimeReading(Form.INSTANT, null, LocalTime.MIDNIGHT, ZoneOffset.UTC);

    private final List<String> problems = new ArrayList<>();

    private MappingReader() {}

    /**
     * The mapping in a file.
     *
     * @throws MappingException naming all that is wrong with it
     * @throws IOException when the file cannot be read
     */
    public static Mapping read(Path file) throws IOException {
        return parse(file.toString(), Files.readString(file));
    }

    /**
     * The mapping in a text.
     *
     * @param name of the text, for messages
     * @throws MappingException naming all that is wrong with it
     */
    public static Mapping parse(String name, String yaml) {
        MappingReader reader = new MappingReader();
        Mapping mapping = reader.mapping(new Section("", reader.tree(name, yaml), reader.problems));
        if (reader.problems.isEmpty()) {
            reader.problems.addAll(MappingCheck.problems(mapping));
        }
        if (!reader.problems.isEmpty()) {
            throw new MappingException(name, reader.problems);
        }
        return mapping;
    }

    private JsonNode tree(String name, String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException unreadable) {
            String where =
                    unreadable.getLocation() == null
                            ? ""
                            : " at line " + unreadable.getLocation().getLineNr();
            throw new MappingException(
                    name, List.of("must be YAML" + where + ", " + firstLine(unreadable)));
        }
    }

    private static String firstLine(JsonProcessingException wrong) {
        return wrong.getOriginalMessage().lines().findFirst().orElse("unreadable");
    }

    private Mapping mapping(Section root) {
        TimeReading time = ValueSection.time(root, ISO);
        Map<String, FurtherFile> files = files(root.section("files"), root);
        ValueSection values = new ValueSection(time, maps(root.section("maps")), files);
        root.requiredText("rows");
        root.requiredText("format");
        Mapping mapping =
                new Mapping(
                        root.requiredText("source"),
                        root.choice("format", Mapping.Format.class, Mapping.Format.CSV),
                        root.choice("rows", Mapping.Rows.class, Mapping.Rows.EVENTS),
                        mark(root, "delimiter", ','),
                        root.text("currency"),
                        numbers(root.section("numbers")),
                        new LinkedHashSet<>(root.texts("finalColumns")),
                        files,
                        rules(root, values),
                        derivedUsers(root));
        root.refuseOthers();
        return mapping;
    }

    private static char mark(Section section, String key, char absent) {
        String text = section.text(key);
        if (text == null || text.length() == 1) {
            return text == null ? absent : text.charAt(0);
        }
        section.problem(key, "must be a single character, was " + text);
        return absent;
    }

    private static Mapping.Numbers numbers(Section section) {
        Mapping.Numbers numbers =
                new Mapping.Numbers(
                        mark(section, "decimal", '.'), mark(section, "grouping", (char) 0));
        section.refuseOthers();
        return numbers;
    }

    private static Map<String, FurtherFile> files(Section section, Section root) {
        Map<String, FurtherFile> files = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Section file = section.section(name);
            char delimiter = mark(file, "delimiter", mark(root, "delimiter", ','));
            files.put(
                    name,
                    new FurtherFile(name, file.requiredText("path"), file.text("key"), delimiter));
            file.refuseOthers();
        }
        return files;
    }

    private static Map<String, ValueMap> maps(Section section) {
        Map<String, ValueMap> maps = new LinkedHashMap<>();
        for (String name : section.keys()) {
            Section map = section.section(name);
            maps.put(name, ValueSection.valueMap(map.section("values"), map));
            map.refuseOthers();
        }
        return maps;
    }

    private static List<Rule> rules(Section root, ValueSection values) {
        Section always = root.section("always");
        List<Rule> rules = new ArrayList<>();
        for (Section section : root.sections("rules")) {
            rules.add(rule(section, always, values));
        }
        if (rules.isEmpty()) {
            root.problem("rules", "must have at least one rule");
        }
        return rules;
    }

    private static Rule rule(Section section, Section always, ValueSection values) {
        Target target = section.choice("emit", Target.class, Target.NOTHING);
        section.requiredText("emit");
        Map<String, Value> set = new LinkedHashMap<>();
        if (target.ofDeal()) {
            always.keys().forEach(key -> set.put(key, values.read(always, key)));
        }
        Section fields = section.section("set");
        for (String key : fields.keys()) {
            if (target.field(key) == null) {
                fields.problem(key, "is not a field of " + target.word());
            } else {
                set.put(key, values.read(fields, key));
            }
        }
        String from = section.text("from");
        Rule rule =
                new Rule(
                        section.requiredText("name"),
                        from == null ? Rule.INPUT : from,
                        conditions(section),
                        target,
                        inOrder(target, set));
        missing(section, rule);
        section.refuseOthers();
        return rule;
    }

    /** As the target lists its fields, so that a currency is read before the amounts in it. */
    private static Map<String, Value> inOrder(Target target, Map<String, Value> set) {
        Map<String, Value> ordered = new LinkedHashMap<>();
        for (String name : target.fields().keySet()) {
            if (set.containsKey(name)) {
                ordered.put(name, set.get(name));
            }
        }
        set.forEach(ordered::putIfAbsent);
        return ordered;
    }

    private static void missing(Section section, Rule rule) {
        for (TargetField field : rule.target().fields().values()) {
            if (field.required() && !rule.set().containsKey(field.name())) {
                section.problem("set." + field.name(), "is required of " + rule.target().word());
            }
        }
    }

    private static List<Condition> conditions(Section rule) {
        List<Condition> conditions = new ArrayList<>();
        for (Section section : rule.sections("when")) {
            Set<String> anyOf = new LinkedHashSet<>(section.texts("equals"));
            anyOf.addAll(section.texts("in"));
            if (anyOf.isEmpty() && !section.has("present")) {
                section.problem("", "must have one of equals, in and present");
            }
            conditions.add(
                    new Condition(
                            section.requiredText("column"), anyOf, section.flag("present", true)));
            section.refuseOthers();
        }
        return conditions;
    }

    private static Mapping.DerivedUsers derivedUsers(Section root) {
        if (!root.has("deriveUsers")) {
            return null;
        }
        Section section = root.section("deriveUsers");
        String name = section.text("name");
        Mapping.DerivedUsers users =
                new Mapping.DerivedUsers(
                        name == null ? "{id}" : name,
                        section.text("parent"),
                        section.text("territory"));
        section.refuseOthers();
        return users;
    }
}
