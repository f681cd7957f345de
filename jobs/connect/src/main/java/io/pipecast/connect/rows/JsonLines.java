package io.pipecast.connect.rows;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** Reads files of one JSON object a line. */
public final class JsonLines {
    /** Longest line taken for a record; the source of a longer one has lost its line breaks. */
    private static final int LONGEST = 1 << 20;

    private JsonLines() {}

    /** Hands over every line that is not blank. */
    public static void read(Path file, RowHandler handler) throws IOException {
        JsonRow row = new JsonRow();
        try (BufferedReader reader = RowFile.open(file)) {
            long line = 0;
            for (String text = reader.readLine(); text != null; text = reader.readLine()) {
                line++;
                if (!text.isBlank()) {
                    String problem = problem(row, line, text);
                    if (problem == null) {
                        handler.row(row);
                    } else {
                        handler.unreadable(line, problem, text);
                    }
                }
            }
        }
    }

    private static String problem(JsonRow row, long line, String text) {
        if (text.length() > LONGEST) {
            return "record must have at most " + LONGEST + " characters, had " + text.length();
        }
        try {
            row.read(line, text);
            return null;
        } catch (JsonProcessingException notJson) {
            return "record must be JSON";
        } catch (IOException otherJson) {
            return otherJson.getMessage();
        }
    }
}
