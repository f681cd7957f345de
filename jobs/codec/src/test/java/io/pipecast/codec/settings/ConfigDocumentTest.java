package io.pipecast.codec.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ConfigDocumentTest {
    private static final Path FILE = Path.of("../../deploy/config/pipecast.yaml");

    @Test
    void documentInTheRepositoryIsTheOneOfTheOptionTable() throws IOException {
        String rendered = ConfigDocument.render();
        if (Boolean.getBoolean("pipecast.update")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, rendered);
        }
        assertThat(Files.readString(FILE)).isEqualTo(rendered);
    }

    @Test
    void documentReadsBackAsTheDefaults() {
        PipecastConfig read = PipecastConfig.parse(ConfigDocument.render());
        PipecastConfig defaults = PipecastConfig.defaults();

        assertThat(read.kafka()).isEqualTo(defaults.kafka());
        assertThat(read.flink()).isEqualTo(defaults.flink());
        assertThat(read.board()).isEqualTo(defaults.board());
        assertThat(read.pipeline().stages().all()).isEqualTo(defaults.pipeline().stages().all());
        assertThat(read.pipeline().alerts()).isEqualTo(defaults.pipeline().alerts());
    }

    @Test
    void documentHasNoLineOverAHundredCharacters() {
        assertThat(ConfigDocument.render().lines()).allMatch(line -> line.length() <= 100);
    }
}
