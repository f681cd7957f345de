package io.pipecast.connect.mapping;

/**
 * Where the value of a target field comes from.
 *
 * @param origin column, constant or a further file
 * @param name column of the row, the constant itself, or column of the further file
 * @param lookup further file and the key into it, or null
 * @param map what the source's words mean, or null to take them as they are
 * @param fallback text taken when the column is empty, or null
 * @param time how a time is written
 * @param minor whether an amount is in minor units already
 * @param clears whether an empty column clears the field (else it leaves it unchanged)
 */
public record Value(
        Origin origin,
        String name,
        Lookup lookup,
        ValueMap map,
        String fallback,
        TimeReading time,
        boolean minor,
        boolean clears) {
    /** Kinds of origin. */
    public enum Origin {
        COLUMN,
        CONSTANT,
        FILE
    }

    /**
     * The way into a further file.
     *
     * @param file name of the file in the mapping
     * @param key value that equals the file's key column
     */
    public record Lookup(String file, Value key) {}
}
