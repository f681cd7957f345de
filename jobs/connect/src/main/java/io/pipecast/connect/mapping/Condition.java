package io.pipecast.connect.mapping;

import java.util.Set;

/**
 * A test of one column by which a rule is chosen.
 *
 * @param column name of the column
 * @param anyOf values of which the column must have one; empty when only presence is asked
 * @param present whether the column must have a value (true) or must have none (false)
 */
public record Condition(String column, Set<String> anyOf, boolean present) {
    /** Whether a row's text of the column, null for none, meets the condition. */
    public boolean holds(String text) {
        return anyOf.isEmpty() ? (text != null) == present : text != null && anyOf.contains(text);
    }
}
