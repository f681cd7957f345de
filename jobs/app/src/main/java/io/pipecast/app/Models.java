package io.pipecast.app;

import io.pipecast.app.models.ModelPublisher;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Model documents as commands need them. */
final class Models {
    private Models() {}

    /** Reads a model document that fits the settings, or says why it does not. */
    static byte[] read(String option, Path file, PipelineSettings settings) {
        Configs.requireFile(option, file);
        try {
            byte[] document = Files.readAllBytes(file);
            ModelFile.Reading reading =
                    ModelFile.read(document, settings.stages(), settings.currency());
            if (reading.model() == null) {
                throw new UserError(option + " " + file + ": " + reading.refusal());
            }
            if (document.length > ModelPublisher.LARGEST_DOCUMENT) {
                throw new UserError(
                        option
                                + " must have at most "
                                + ModelPublisher.LARGEST_DOCUMENT
                                + " bytes, had "
                                + document.length);
            }
            return document;
        } catch (IOException e) {
            throw new UserError(option + " must be a readable file, was " + file);
        }
    }
}
