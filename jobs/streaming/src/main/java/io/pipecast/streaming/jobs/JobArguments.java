package io.pipecast.streaming.jobs;

import io.pipecast.codec.settings.ConfigException;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.file.Path;

/** Arguments of the entries of the cluster jar. */
final class JobArguments {
    private JobArguments() {}

    /**
     * The configuration a job is given.
     *
     * @param args path of pipecast.yaml
     * @throws IllegalArgumentException naming what is wrong
     */
    static PipecastConfig config(String[] args) {
        if (args.length != 1) {
            throw new IllegalArgumentException(
                    "one argument is required, the path of pipecast.yaml, were " + args.length);
        }
        try {
            return PipecastConfig.load(Path.of(args[0]));
        } catch (ConfigException e) {
            throw new IllegalArgumentException(String.join("; ", e.problems()), e);
        }
    }
}
