package io.pipecast.app;

import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The log of a company and its configuration, which commands that learn from the past read. */
final class CompanyLog {
    @Option(
            names = "--events",
            required = true,
            paramLabel = "FILE",
            description = "Events as JSON lines, .gz accepted.")
    Path events;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "pipecast.yaml of the company.")
    Path config;

    /**
     * The configuration, once it is right and both files and all others that are read are there.
     *
     * @throws UserError naming everything that is wrong at once
     */
    PipecastConfig load(Configs.InputFile... others) {
        List<Configs.InputFile> files = new ArrayList<>(List.of(others));
        files.add(0, new Configs.InputFile("--events", events));
        return Configs.load(config, files.toArray(Configs.InputFile[]::new));
    }
}
