package io.pipecast.schemas;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The schema files of this module. */
final class SchemaFiles {
    static final Path HISTORY = Path.of("history");
    static final Path EXAMPLES = Path.of("examples");

    /** A document with a schema and format version of its own inside, never a message. */
    static final String DOCUMENT = "control/Model";

    private SchemaFiles() {}

    /** Every subject in force, such as {@code crm/Activity}. */
    static List<String> subjects() throws IOException {
        List<String> subjects = new ArrayList<>();
        for (String group : List.of("crm", "control", "forecast")) {
            try (Stream<Path> files = Files.list(Path.of(group))) {
                files.map(Path::toString)
                        .filter(name -> name.endsWith(".avsc"))
                        .map(name -> name.replace('\\', '/').replace(".avsc", ""))
                        .forEach(subjects::add);
            }
        }
        return subjects.stream().sorted().toList();
    }

    /** Every subject of which messages are written. */
    static List<String> messages() throws IOException {
        return subjects().stream().filter(subject -> !subject.equals(DOCUMENT)).toList();
    }

    static Schema current(String subject) throws IOException {
        return parse(Path.of(subject + ".avsc"));
    }

    /** Every version of a subject, oldest first. */
    static List<Schema> history(String subject) throws IOException {
        List<Schema> versions = new ArrayList<>();
        for (Path file = version(subject, 1);
                Files.exists(file);
                file = version(subject, versions.size() + 1)) {
            versions.add(parse(file));
        }
        return versions;
    }

    static Path version(String subject, int version) {
        return HISTORY.resolve(subject).resolve(version + ".avsc");
    }

    private static Schema parse(Path file) throws IOException {
        return new Schema.Parser().parse(file.toFile());
    }
}
