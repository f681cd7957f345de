package io.pipecast.codec.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.settings.PipecastConfig;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that arrives may throw: any bytes end as a value or as a rejection with its bytes. */
class DecoderFuzzTest {
    private static final int ROUNDS = 20_000;

    private final JsonInputDecoder json =
            new JsonInputDecoder(PipecastConfig.defaults().pipeline());
    private final InputDecoder avro = new InputDecoder(PipecastConfig.defaults().pipeline());

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void mutatedLinesNeverThrow(long seed) {
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed);
        int rejected = 0;
        for (int i = 0; i < ROUNDS; i++) {
            String line =
                    random.nextBoolean()
                            ? EventJson.line(events.change())
                            : EventJson.line(events.organization());
            byte[] mutated = mutate(line.getBytes(StandardCharsets.UTF_8), random);
            rejected += checked(json.decode(mutated, 0, mutated.length, "f", i), mutated);
        }
        assertThat(rejected).isBetween(ROUNDS / 4, ROUNDS);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22})
    void mutatedMessagesNeverThrow(long seed) {
        Random random = new Random(seed);
        RandomEvents events = new RandomEvents(seed);
        int rejected = 0;
        for (int i = 0; i < ROUNDS; i++) {
            byte[] message =
                    random.nextBoolean()
                            ? EventAvro.encode(events.change())
                            : EventAvro.encode(events.activity());
            byte[] mutated = mutate(message, random);
            rejected += checked(avro.decode(mutated, "t", i, 0), mutated);
        }
        assertThat(rejected).isBetween(ROUNDS / 4, ROUNDS);
    }

    @Test
    void randomBytesBehindEveryHeaderNeverThrow() {
        Random random = new Random(31);
        for (WireSchema schema : WireSchema.values()) {
            for (int i = 0; i < 2_000; i++) {
                byte[] message = new byte[WireSchema.HEADER + random.nextInt(60)];
                random.nextBytes(message);
                System.arraycopy(schema.header(), 0, message, 0, WireSchema.HEADER);
                checked(avro.decode(message, "t", i, 0), message);
            }
        }
    }

    @Test
    void deepNestingAndEndlessFieldsNeverThrow() {
        String head = "{\"type\":\"opportunity\",\"x\":";
        for (String line :
                new String[] {
                    head + "[".repeat(100_000),
                    head + "{\"a\":".repeat(100_000),
                    head + "9".repeat(100_000) + "}",
                    head + "\"" + "\\u0000".repeat(10_000) + "\"}",
                    "{\"" + "k".repeat(200_000) + "\":1}"
                }) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(json.decode(bytes, 0, bytes.length, "f", 1).kind)
                    .isEqualTo(Input.Kind.REJECTED);
        }
    }

    private static int checked(Input input, byte[] bytes) {
        if (input.kind != Input.Kind.REJECTED) {
            return 0;
        }
        Rejection rejection = input.rejection();
        assertThat(rejection.raw()).isEqualTo(bytes);
        assertThat(rejection.detail()).isNotBlank().doesNotContain("\n");
        return 1;
    }

    private static byte[] mutate(byte[] bytes, Random random) {
        byte[] mutated = bytes.clone();
        for (int n = random.nextInt(4); n >= 0; n--) {
            mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
        }
        return random.nextInt(4) == 0
                ? Arrays.copyOf(mutated, random.nextInt(mutated.length + 5))
                : mutated;
    }
}
