package io.pipecast.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchemaDocumentationTest {
    static List<String> subjects() throws IOException {
        return SchemaFiles.subjects();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyRecordAndFieldIsDocumented(String subject) throws IOException {
        List<String> silent = new ArrayList<>();
        undocumented(SchemaFiles.current(subject), silent);

        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("subjects")
    void everyOptionalFieldHasADefault(String subject) throws IOException {
        assertThat(SchemaFiles.current(subject).getFields())
                .filteredOn(field -> field.schema().isNullable())
                .allMatch(Schema.Field::hasDefaultValue);
    }

    private static void undocumented(Schema schema, List<String> silent) {
        switch (schema.getType()) {
            case RECORD -> {
                blank(schema.getName(), schema.getDoc(), silent);
                for (Schema.Field field : schema.getFields()) {
                    blank(schema.getName() + "." + field.name(), field.doc(), silent);
                    undocumented(field.schema(), silent);
                }
            }
            case UNION -> schema.getTypes().forEach(type -> undocumented(type, silent));
            case ARRAY -> undocumented(schema.getElementType(), silent);
            case MAP -> undocumented(schema.getValueType(), silent);
            default -> {
                // enums and primitives are documented by their field
            }
        }
    }

    private static void blank(String name, String doc, List<String> silent) {
        if (doc == null || doc.isBlank()) {
            silent.add(name);
        }
    }
}
