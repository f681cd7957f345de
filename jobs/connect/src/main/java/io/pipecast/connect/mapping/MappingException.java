package io.pipecast.connect.mapping;

import java.util.List;

/** A mapping that cannot be used; says everything that is wrong with it. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    public MappingException(String file, List<String> problems) {
        super(file + ":\n  " + String.join("\n  ", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line each: key, rule and value. */
    public List<String> problems() {
        return problems;
    }
}
