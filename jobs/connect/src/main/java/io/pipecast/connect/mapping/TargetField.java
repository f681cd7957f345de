package io.pipecast.connect.mapping;

import java.util.List;

/**
 * A field of a record that a mapping can fill.
 *
 * @param name as in the schema
 * @param type how its text is read
 * @param required whether a record without it is refused
 * @param names allowed values of a {@link FieldType#NAME}, else empty
 */
public record TargetField(String name, FieldType type, boolean required, List<String> names) {
    static TargetField required(String name, FieldType type) {
        return new TargetField(name, type, true, List.of());
    }

    static TargetField optional(String name, FieldType type) {
        return new TargetField(name, type, false, List.of());
    }

    static TargetField oneOf(String name, boolean required, Class<? extends Enum<?>> names) {
        return new TargetField(
                name,
                FieldType.NAME,
                required,
                java.util.Arrays.stream(names.getEnumConstants()).map(Enum::name).toList());
    }
}
