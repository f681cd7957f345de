package io.pipecast.codec.settings;

import java.util.List;

/** A configuration that cannot be used, with everything that is wrong about it. */
public final class ConfigException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> problems;

    /** An exception of at least one problem. */
    public ConfigException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** One line a problem: {@code key rule, was value}. */
    public List<String> problems() {
        return problems;
    }
}
