package io.pipecast.connect.mapping;

import java.util.List;
import java.util.Map;

/**
 * How a row becomes one record.
 *
 * @param name for messages and event ids; unique in the mapping
 * @param from the input itself ({@link #INPUT}) or a further file
 * @param when all must hold
 * @param target what is emitted
 * @param set target fields and where their values come from
 */
public record Rule(
        String name, String from, List<Condition> when, Target target, Map<String, Value> set) {
    /** Name of the imported files themselves. */
    public static final String INPUT = "input";
}
