package io.pipecast.codec.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.PipecastConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExampleEventsTest {
    @Test
    void everyLineOfTheExampleIsTaken() throws IOException {
        JsonInputDecoder decoder = new JsonInputDecoder(PipecastConfig.defaults().pipeline());
        Map<Input.Kind, Integer> kinds = new EnumMap<>(Input.Kind.class);
        for (String line : Files.readAllLines(Path.of("../../schemas/examples/events.jsonl"))) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            Input input = decoder.decode(bytes, 0, bytes.length, "example", 1);
            kinds.merge(input.kind, 1, Integer::sum);
        }
        assertThat(kinds)
                .containsOnly(
                        Map.entry(Input.Kind.ORGANIZATION, 5),
                        Map.entry(Input.Kind.DEAL, 5),
                        Map.entry(Input.Kind.CALL, 1));
    }
}
