package io.pipecast.connect.mapping;

import java.util.Map;

/**
 * What the source's words mean, such as {@code GTXPro} meaning {@code GTX Pro}.
 *
 * @param entries the source's word to ours
 * @param otherwise what a word without an entry becomes
 */
public record ValueMap(Map<String, String> entries, Otherwise otherwise) {
    /** What becomes of a value that has no entry. */
    public enum Otherwise {
        /** The row is refused. */
        REFUSE,
        /** The value stays as it is. */
        KEEP,
        /** The field stays unset. */
        DROP
    }
}
