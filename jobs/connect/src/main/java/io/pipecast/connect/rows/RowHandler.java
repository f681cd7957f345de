package io.pipecast.connect.rows;

import java.io.IOException;

/** Takes the records of a file in their order. */
public interface RowHandler {
    /** A readable record. */
    void row(Row row) throws IOException;

    /** A record that could not be read. */
    void unreadable(long line, String reason, String raw) throws IOException;
}
