package io.pipecast.board.grafana;

import java.util.LinkedHashMap;
import java.util.Map;

/** JSON objects with their keys in the order of writing. */
final class Json {
    private Json() {}

    /** An object of keys and values, by turns. */
    static Map<String, Object> of(Object... keysAndValues) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return object;
    }
}
