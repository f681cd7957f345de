package io.pipecast.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A program that may be installed here. */
final class Tool {
    private static final long PATIENCE_SECONDS = 60;

    private Tool() {}

    /** Skips the calling test, and says so, where a command does not end with 0. */
    static void require(String what, Path directory, String... command) throws Exception {
        if (exitCode(directory, command) != 0) {
            String reason = "skipped: " + what + " is not installed";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
    }

    /** What a command says that must succeed. */
    static String says(Path directory, String... command) throws Exception {
        int code = exitCode(directory, command);
        String said = Files.readString(output(directory));
        assertThat(code).as(said).isZero();
        return said;
    }

    private static int exitCode(Path directory, String... command) throws Exception {
        Process process;
        try {
            process =
                    new ProcessBuilder(List.of(command))
                            .redirectErrorStream(true)
                            .redirectOutput(output(directory).toFile())
                            .start();
        } catch (IOException notThere) {
            return -1;
        }
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return -1;
        }
        return process.exitValue();
    }

    private static Path output(Path directory) {
        return directory.resolve("said.txt");
    }
}
