package io.pipecast.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MappingReferenceTest {
    private static final Pattern FIELD = Pattern.compile("(\\*\\*)?`([A-Za-z.]+)`");

    /** The table of fields in the reference is the one of the code. */
    @Test
    void theReferenceNamesEveryFieldOfEveryRecord() throws IOException {
        String reference =
                Files.readString(
                        RealData.projectRoot().resolve("deploy/config/examples/README.md"));
        for (Target target : Target.values()) {
            if (target != Target.NOTHING) {
                assertThat(documented(reference, target)).isEqualTo(declared(target));
            }
        }
    }

    private static Map<String, Boolean> documented(String reference, Target target) {
        String row =
                reference
                        .lines()
                        .filter(line -> line.startsWith("| " + target.word() + " |"))
                        .collect(Collectors.joining());
        Map<String, Boolean> fields = new TreeMap<>();
        Matcher field = FIELD.matcher(row);
        while (field.find()) {
            fields.put(field.group(2), field.group(1) != null);
        }
        fields.remove(Target.MEASURES + "NAME");
        return fields;
    }

    private static Map<String, Boolean> declared(Target target) {
        Map<String, Boolean> fields = new TreeMap<>();
        for (String name : target.fields().keySet()) {
            fields.put(name, target.fields().get(name).required());
        }
        return fields;
    }
}
