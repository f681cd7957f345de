package io.pipecast.board.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Runs promtool where it is installed; a test that needs it is skipped elsewhere and says why. */
public final class Promtool {
    private Promtool() {}

    /** Everything promtool says to a command that must succeed. */
    public static String says(File input, Path scratch, String... arguments) throws Exception {
        assumeTrue(isInstalled(), "promtool is not installed");
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Path said = scratch.resolve("said.txt");
        ProcessBuilder promtool =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(said.toFile());
        if (input != null) {
            promtool.redirectInput(input);
        }
        int exit = promtool.start().waitFor();
        String text = Files.readString(said);
        assertThat(exit).as(text).isZero();
        return text;
    }

    private static boolean isInstalled() {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(dir -> Files.isExecutable(Path.of(dir, "promtool")));
    }
}
