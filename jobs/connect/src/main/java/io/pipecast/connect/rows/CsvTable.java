package io.pipecast.connect.rows;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads CSV files whose first record names the columns. */
public final class CsvTable {
    private CsvTable() {}

    /**
     * Hands over every record.
     *
     * @param needed columns the file must have
     * @throws UnknownColumnException naming the needed columns that are not there
     */
    public static void read(
            Path file, char delimiter, Collection<String> needed, RowHandler handler)
            throws IOException {
        CSVFormat format =
                CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setIgnoreEmptyLines(true).get();
        try (CSVParser parser = format.parse(RowFile.open(file))) {
            Iterator<CSVRecord> records = parser.iterator();
            if (!records.hasNext()) {
                throw new UnknownColumnException(file, needed, List.of());
            }
            Map<String, Integer> columns = columns(file, records.next(), needed);
            rows(parser, records, columns, handler);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static void rows(
            CSVParser parser,
            Iterator<CSVRecord> records,
            Map<String, Integer> columns,
            RowHandler handler)
            throws IOException {
        long line = parser.getCurrentLineNumber() + 1;
        while (records.hasNext()) {
            CSVRecord record = records.next();
            CsvRow row = new CsvRow(columns, record.values(), line);
            if (record.size() == columns.size()) {
                handler.row(row);
            } else {
                String rule = "record must have " + columns.size() + " columns, had ";
                handler.unreadable(line, rule + record.size(), row.raw());
            }
            line = parser.getCurrentLineNumber() + 1;
        }
    }

    private static Map<String, Integer> columns(
            Path file, CSVRecord header, Collection<String> needed) {
        Map<String, Integer> columns = new HashMap<>();
        for (int i = 0; i < header.size(); i++) {
            columns.put(header.get(i).strip(), i);
        }
        List<String> unknown = needed.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!unknown.isEmpty()) {
            throw new UnknownColumnException(file, unknown, Arrays.asList(header.values()));
        }
        return columns;
    }

    /** Stays valid when the next record is read, unlike rows in general. */
    private static final class CsvRow implements Row {
        private final Map<String, Integer> columns;
        private final String[] values;
        private final long line;

        CsvRow(Map<String, Integer> columns, String[] values, long line) {
            this.columns = columns;
            this.values = values;
            this.line = line;
        }

        @Override
        public String text(String column) {
            Integer i = columns.get(column);
            String text = i == null || i >= values.length ? "" : values[i].strip();
            return text.isEmpty() ? null : text;
        }

        @Override
        public boolean has(String column) {
            return columns.containsKey(column);
        }

        @Override
        public long line() {
            return line;
        }

        @Override
        public String raw() {
            return CSVFormat.DEFAULT.format((Object[]) values);
        }
    }
}
