package io.pipecast.connect.mapping;

/**
 * A file beside the imported one, for joins and for organization, quota and rate records.
 *
 * @param name what the mapping calls it
 * @param path relative to the first imported file
 * @param key column that identifies its rows, or null when nothing is looked up in it
 * @param delimiter between its columns
 */
public record FurtherFile(String name, String path, String key, char delimiter) {}
