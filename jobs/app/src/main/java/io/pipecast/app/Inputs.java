package io.pipecast.app;

import java.nio.file.Files;
import java.nio.file.Path;

/** Checks of the files a user names. */
final class Inputs {
    private Inputs() {}

    /**
     * Says that a file must be there.
     *
     * @throws UserError when it is not
     */
    static void present(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new UserError(file + " must be a file, there is none");
        }
    }
}
