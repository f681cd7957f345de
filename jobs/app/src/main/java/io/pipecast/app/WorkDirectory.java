package io.pipecast.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory for files on the way: one that was asked for and is kept, or a temporary one.
 *
 * @param path existing directory
 * @param kept whether it stays
 */
record WorkDirectory(Path path, boolean kept) implements AutoCloseable {
    /** The directory of an option, made if needed; a temporary one when it is null. */
    static WorkDirectory of(String option, Path wanted) throws IOException {
        if (wanted == null) {
            return new WorkDirectory(Files.createTempDirectory("pipecast-"), false);
        }
        try {
            return new WorkDirectory(Files.createDirectories(wanted), true);
        } catch (IOException e) {
            throw new UserError(option + " must be a directory that can be made, was " + wanted, e);
        }
    }

    @Override
    public void close() throws IOException {
        if (kept) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> files = Files.walk(path)) {
            deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.delete(file);
        }
    }
}
