package io.pipecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts kept under {@code src/test/resources/golden} of the module under test. {@code
 * -Dgolden.update=true} writes them anew, which a build with {@code CI=true} refuses.
 */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /**
     * Asserts that a text equals the golden file of a name.
     *
     * @param name file name with extension, such as {@code forecast-job.txt}
     */
    public static void assertMatches(String name, String text) {
        boolean update = Boolean.getBoolean("golden.update");
        boolean ci = "true".equals(System.getenv("CI"));
        // surefire runs a module's tests in the module's own directory
        assertMatches(FOLDER.toAbsolutePath().resolve(name), text, update, ci);
    }

    static void assertMatches(Path file, String text, boolean update, boolean ci) {
        if (update && ci) {
            throw new AssertionError("golden.update must not be set where CI=true, but it was");
        }
        try {
            if (update) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, text);
            }
            if (!Files.exists(file)) {
                throw new AssertionError(
                        "golden file " + file + " does not exist; -Dgolden.update=true writes it");
            }
            assertThat(text).as("golden file %s", file).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
