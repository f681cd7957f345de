package io.pipecast.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Real logs kept beside the project, not in it: they carry no licence. Where absent, the test is
 * skipped.
 */
public final class RealData {
    private RealData() {}

    /**
     * A file below {@code ../shared/data} of the project root; skips the calling test without it.
     */
    public static Path file(String name) {
        Path file = projectRoot().resolveSibling("shared").resolve("data").resolve(name);
        if (!Files.exists(file)) {
            String reason = "skipped: " + name + " is not in ../shared/data";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return file;
    }

    /**
     * The project's root directory, from any of its modules.
     *
     * @throws IllegalStateException outside the project
     */
    public static Path projectRoot() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("pom.xml"))
                    && Files.isDirectory(at.resolve("jobs/domain"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "tests must run inside the project, ran in " + Path.of("").toAbsolutePath());
    }
}
