package io.pipecast.streaming.operators;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.WinModel;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a published model; a corrupt or incompatible one is refused with its reason and the old one
 * serves on.
 */
final class PublishedModel {
    private static final Logger LOG = LoggerFactory.getLogger(PublishedModel.class);

    private PublishedModel() {}

    /** The document as it reads under the settings. */
    static ModelFile.Reading reading(ModelPublished published, PipelineSettings settings) {
        return ModelFile.read(published.document(), settings.stages(), settings.currency());
    }

    /** The model, or null when refused. */
    static WinModel read(ModelPublished published, PipelineSettings settings) {
        ModelFile.Reading reading = reading(published, settings);
        if (reading.model() == null) {
            LOG.error(
                    "model {} of sequence {} is refused and the one in force stays: {}",
                    published.modelVersion(),
                    published.sequence(),
                    reading.refusal());
            return null;
        }
        return reading.model().published(published.sequence(), published.effectiveFrom());
    }
}
