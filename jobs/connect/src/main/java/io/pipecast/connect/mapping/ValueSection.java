package io.pipecast.connect.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.connect.mapping.TimeReading.Form;
import io.pipecast.connect.mapping.Value.Origin;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/** Reads the values of a mapping: {@code stage: toStage} or {@code stage: {column: …, map: …}}. */
final class ValueSection {
    private final TimeReading time;
    private final Map<String, ValueMap> maps;
    private final Map<String, FurtherFile> files;

    /** Values under a mapping's defaults, named maps and further files. */
    ValueSection(TimeReading time, Map<String, ValueMap> maps, Map<String, FurtherFile> files) {
        this.time = time;
        this.maps = maps;
        this.files = files;
    }

    /** The value at a key; null, with a problem, when it names no origin. */
    Value read(Section parent, String key) {
        JsonNode node = parent.get(key);
        if (node != null && node.isValueNode()) {
            return new Value(Origin.COLUMN, node.asText(), null, null, null, time, false, false);
        }
        Section section = parent.section(key);
        Value value =
                new Value(
                        origin(section),
                        name(section),
                        lookup(section),
                        map(section),
                        section.text("default"),
                        time(section, time),
                        section.choice("unit", Unit.class, Unit.MAJOR) == Unit.MINOR,
                        section.choice("empty", Empty.class, Empty.UNCHANGED) == Empty.CLEARS);
        section.refuseOthers();
        return value.name() == null ? null : value;
    }

    private static Origin origin(Section section) {
        if (section.has("file")) {
            return Origin.FILE;
        }
        return section.has("constant") ? Origin.CONSTANT : Origin.COLUMN;
    }

    private static String name(Section section) {
        if (section.has("constant") && section.has("column")) {
            section.problem("", "must have one of column and constant, has both");
        }
        String name = section.text(section.has("constant") ? "constant" : "column");
        if (name == null) {
            section.problem("", "must name a column or a constant");
        }
        return name;
    }

    private Value.Lookup lookup(Section section) {
        String file = section.text("file");
        if (file == null) {
            return null;
        }
        FurtherFile further = files.get(file);
        if (further == null) {
            section.problem("file", "must be one of " + files.keySet() + ", was " + file);
        } else if (further.key() == null) {
            section.problem("file", "must have a key to be looked up in, " + file + " has none");
        }
        if (!section.has("key")) {
            section.problem("key", "is required with file");
            return null;
        }
        return new Value.Lookup(file, read(section, "key"));
    }

    private ValueMap map(Section section) {
        JsonNode node = section.get("map");
        if (node == null) {
            return null;
        }
        if (node.isTextual()) {
            ValueMap named = maps.get(node.asText());
            if (named == null) {
                section.problem("map", "must be one of " + maps.keySet() + ", was " + node);
            }
            return named;
        }
        return valueMap(section.section("map"), section);
    }

    /** A map of values; what others become is said beside or inside it. */
    static ValueMap valueMap(Section values, Section beside) {
        var entries = new java.util.LinkedHashMap<String, String>();
        values.keys().forEach(word -> entries.put(word, values.requiredText(word)));
        return new ValueMap(
                Map.copyOf(entries),
                beside.choice("otherwise", ValueMap.Otherwise.class, ValueMap.Otherwise.REFUSE));
    }

    /** How a section says time is written; what it does not say is taken from the default. */
    static TimeReading time(Section section, TimeReading absent) {
        String form = section.text("time");
        ZoneId zone = section.parsed("zone", "must be a time zone", absent.zone(), ZoneId::of);
        LocalTime timeOfDay =
                section.parsed("timeOfDay", "must be HH:mm", absent.timeOfDay(), LocalTime::parse);
        if (form == null) {
            return new TimeReading(absent.form(), absent.pattern(), timeOfDay, zone);
        }
        for (Form known : Form.values()) {
            if (known != Form.PATTERN && word(known).equals(form)) {
                return new TimeReading(known, null, timeOfDay, zone);
            }
        }
        DateTimeFormatter pattern =
                section.parsed(
                        "time",
                        "must be instant, local, date, epoch-millis, epoch-seconds or a pattern",
                        null,
                        text -> DateTimeFormatter.ofPattern(text, Locale.ENGLISH));
        return new TimeReading(Form.PATTERN, pattern, timeOfDay, zone);
    }

    private static String word(Form form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private enum Unit {
        MAJOR,
        MINOR
    }

    private enum Empty {
        UNCHANGED,
        CLEARS
    }
}
