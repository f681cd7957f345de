package io.pipecast.connect.rows;

import java.nio.file.Path;
import java.util.Collection;

/** A file that lacks columns it must have. */
public final class UnknownColumnException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownColumnException(Path file, Collection<String> unknown, Collection<String> present) {
        super(
                "%s must have the column%s %s, has %s"
                        .formatted(
                                file,
                                unknown.size() == 1 ? "" : "s",
                                String.join(", ", unknown),
                                present.isEmpty() ? "none" : String.join(", ", present)));
    }
}
