package io.pipecast.codec.settings;

/**
 * One option of {@code pipecast.yaml}.
 *
 * @param key path with dots
 * @param kind what values it takes
 * @param fallback its default, as YAML
 * @param sentence what it does, for the commented file
 */
record Option<T>(String key, Kind<T> kind, String fallback, String sentence) {}
