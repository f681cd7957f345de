package io.pipecast.app;

import io.pipecast.codec.settings.ConfigException;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Files;
import java.nio.file.Path;

/** Configuration and input files as commands need them: checked before anything starts. */
final class Configs {
    private Configs() {}

    /** Loads a configuration; all problems of it are one error. */
    static PipecastConfig load(Path file) {
        try {
            return file == null ? PipecastConfig.defaults() : PipecastConfig.load(file);
        } catch (ConfigException e) {
            throw new UserError(String.join(System.lineSeparator() + "  ", e.problems()));
        }
    }

    /** Requires an option's file to exist and be readable. */
    static void requireFile(String option, Path file) {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new UserError(option + " must be a readable file, was " + file);
        }
    }
}
