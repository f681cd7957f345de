package io.pipecast.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every schema that was ever written stays readable. A changed schema is appended to the history by
 * {@code mvn -pl schemas test -Dpipecast.update=true}; what is in the history is never touched.
 */
class SchemaHistoryTest {
    private static final Path CHECKSUMS = SchemaFiles.HISTORY.resolve("CHECKSUMS");

    @BeforeAll
    static void appendWhatIsNewWhenAsked() throws IOException {
        if (!Boolean.getBoolean("pipecast.update")) {
            return;
        }
        for (String subject : SchemaFiles.messages()) {
            List<Schema> history = SchemaFiles.history(subject);
            boolean known = !history.isEmpty() && same(last(history), SchemaFiles.current(subject));
            if (!known) {
                append(subject, SchemaFiles.version(subject, history.size() + 1));
            }
        }
    }

    private static void append(String subject, Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.copy(Path.of(subject + ".avsc"), file);
        Files.writeString(
                CHECKSUMS,
                checksum(file) + "  " + name(file) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    static List<String> messages() throws IOException {
        return SchemaFiles.messages();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void schemaInForceIsTheLastOfItsHistory(String subject) throws IOException {
        List<Schema> history = SchemaFiles.history(subject);

        assertThat(history).isNotEmpty();
        assertThat(same(last(history), SchemaFiles.current(subject)))
                .as("%s is appended to schemas/history", subject)
                .isTrue();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void everyVersionReadsEveryOther(String subject) throws IOException {
        List<Schema> history = SchemaFiles.history(subject);
        for (Schema reader : history) {
            for (Schema writer : history) {
                assertThat(SchemaCompatibility.checkReaderWriterCompatibility(reader, writer))
                        .as(subject)
                        .extracting(SchemaCompatibility.SchemaPairCompatibility::getType)
                        .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
            }
        }
    }

    @Test
    void filesOfTheHistoryAreTheOnesThatWereAppended() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(SchemaFiles.HISTORY)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".avsc")).toList()) {
                found.put(name(file), checksum(file));
            }
        }
        Map<String, String> appended = new LinkedHashMap<>();
        for (String line : Files.readAllLines(CHECKSUMS)) {
            String[] parts = line.split("  ", 2);
            assertThat(appended.put(parts[1], parts[0])).as("%s is listed once", line).isNull();
        }
        assertThat(found).containsExactlyInAnyOrderEntriesOf(appended);
    }

    private static Schema last(List<Schema> history) {
        return history.get(history.size() - 1);
    }

    private static boolean same(Schema a, Schema b) {
        return SchemaNormalization.parsingFingerprint64(a)
                == SchemaNormalization.parsingFingerprint64(b);
    }

    private static String name(Path file) {
        return SchemaFiles.HISTORY.relativize(file).toString().replace('\\', '/');
    }

    private static String checksum(Path file) throws IOException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
