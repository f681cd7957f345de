package io.pipecast.connect.rows;

/** A record of an imported file. Valid until the next one is read. */
public interface Row {
    /** Text of a column, stripped; null when the row has none, or an empty one. */
    String text(String column);

    /** Whether the row has the column at all, be it empty. */
    boolean has(String column);

    /** First line of the record in its file, counted from 1. */
    long line();

    /** The record as it stands in the file; a CSV record is written again from its values. */
    String raw();
}
