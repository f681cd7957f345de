package io.pipecast.app;

import io.pipecast.codec.settings.ConfigException;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Configuration and input files as commands need them: checked before anything starts. */
final class Configs {
    private Configs() {}

    /**
     * A file that an option names.
     *
     * @param file the file, or null where the option was not given
     */
    record InputFile(String option, Path file) {
        private boolean isReadable() {
            return file == null || (Files.isReadable(file) && !Files.isDirectory(file));
        }

        private String problem() {
            return option + " must be a readable file, was " + file;
        }
    }

    /** Loads a configuration and requires files; all problems of all of them are one error. */
    static PipecastConfig load(Path config, InputFile... inputs) {
        List<String> problems = problems(inputs);
        PipecastConfig loaded = null;
        try {
            loaded = config == null ? PipecastConfig.defaults() : PipecastConfig.load(config);
        } catch (ConfigException e) {
            problems.addAll(e.problems());
        }
        refuse(problems);
        return loaded;
    }

    /** Requires files to exist and be readable; all that are not are one error. */
    static void require(InputFile... inputs) {
        refuse(problems(inputs));
    }

    /** Requires an option's file to exist and be readable. */
    static void requireFile(String option, Path file) {
        require(new InputFile(option, file));
    }

    private static List<String> problems(InputFile... inputs) {
        List<String> problems = new ArrayList<>();
        for (InputFile input : inputs) {
            if (!input.isReadable()) {
                problems.add(input.problem());
            }
        }
        return problems;
    }

    private static void refuse(List<String> problems) {
        if (!problems.isEmpty()) {
            throw new UserError(String.join(System.lineSeparator() + "  ", problems));
        }
    }
}
