package io.pipecast.connect.emission;

import io.pipecast.connect.mapping.FurtherFile;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.Rule;
import io.pipecast.connect.mapping.Value;
import io.pipecast.connect.rows.CsvTable;
import io.pipecast.connect.rows.Row;
import io.pipecast.connect.rows.RowHandler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The further files of a mapping, in memory: for joins, and as rows of their own. */
public final class FurtherTables {
    private final Map<String, List<Row>> rows = new HashMap<>();
    private final Map<String, Map<String, Row>> byKey = new HashMap<>();

    /**
     * Reads all of them.
     *
     * @param paths of the files by name
     * @throws IOException when one cannot be read, or a key is used twice
     */
    public static FurtherTables read(Mapping mapping, Map<String, Path> paths) throws IOException {
        FurtherTables tables = new FurtherTables();
        for (FurtherFile file : mapping.files().values()) {
            tables.read(file, paths.get(file.name()), Columns.ofFile(mapping, file));
        }
        return tables;
    }

    private void read(FurtherFile file, Path path, Set<String> needed) throws IOException {
        List<Row> kept = new ArrayList<>();
        Map<String, Row> index = new HashMap<>();
        RowHandler keep =
                new RowHandler() {
                    @Override
                    public void row(Row row) throws IOException {
                        kept.add(row);
                        String key = file.key() == null ? null : row.text(file.key());
                        if (key != null && index.put(key, row) != null) {
                            throw new IOException(
                                    "%s line %d: %s must be unique, was %s before"
                                            .formatted(path, row.line(), file.key(), key));
                        }
                    }

                    @Override
                    public void unreadable(long line, String reason, String raw)
                            throws IOException {
                        throw new IOException("%s line %d: %s".formatted(path, line, reason));
                    }
                };
        CsvTable.read(path, file.delimiter(), needed, keep);
        rows.put(file.name(), kept);
        byKey.put(file.name(), index);
    }

    /** All rows of a file in their order. */
    List<Row> rows(String file) {
        return rows.getOrDefault(file, List.of());
    }

    /** The row with a key, or null. */
    Row find(String file, String key) {
        return byKey.get(file).get(key);
    }

    /** Columns a mapping needs. */
    public static final class Columns {
        private Columns() {}

        /** Of the imported files. */
        public static Set<String> ofInput(Mapping mapping) {
            Set<String> columns = new LinkedHashSet<>(mapping.finalColumns());
            mapping.inputRules().forEach(rule -> addOwn(rule, columns));
            return columns;
        }

        static Set<String> ofFile(Mapping mapping, FurtherFile file) {
            Set<String> columns = new LinkedHashSet<>();
            if (file.key() != null) {
                columns.add(file.key());
            }
            for (Rule rule : mapping.rules()) {
                if (rule.from().equals(file.name())) {
                    addOwn(rule, columns);
                }
                rule.set().values().forEach(value -> addLookedUp(value, file, columns));
            }
            return columns;
        }

        private static void addOwn(Rule rule, Set<String> columns) {
            rule.when().forEach(condition -> columns.add(condition.column()));
            rule.set().values().forEach(value -> addOwn(value, columns));
        }

        private static void addOwn(Value value, Set<String> columns) {
            switch (value.origin()) {
                case COLUMN -> columns.add(value.name());
                case FILE -> addOwn(value.lookup().key(), columns);
                case CONSTANT -> {}
            }
        }

        private static void addLookedUp(Value value, FurtherFile file, Set<String> columns) {
            if (value.origin() == Value.Origin.FILE) {
                if (value.lookup().file().equals(file.name())) {
                    columns.add(value.name());
                }
                addLookedUp(value.lookup().key(), file, columns);
            }
        }
    }
}
