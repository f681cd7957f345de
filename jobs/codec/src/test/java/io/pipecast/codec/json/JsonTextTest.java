package io.pipecast.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plain",
                "quote \" and \\ and / and \t\n\u0001\u007f",
                "Jérôme – Straße",
                "東京 €",
                "😀 outside the basic plane",
                "a very long one, so that the room given at first does not do …………………………"
            })
    void anyTextIsReadBackByAJsonReader(String text) throws Exception {
        JsonText out = new JsonText(4).quote(text);
        assertThat(JSON.readTree(out.toBytes()).asText()).isEqualTo(text);
        assertThat(out.toString().getBytes(StandardCharsets.UTF_8)).isEqualTo(out.toBytes());
    }

    @Test
    void halfACharacterBecomesAQuestionMarkAsEverywhereInJava() {
        assertThat(new JsonText().quote("a\ud800b")).hasToString("\"a?b\"");
    }

    @Test
    void numbersAreThoseOfJava() {
        Random random = new Random(1);
        long[] some = {0, 9, 10, -1, -10, Long.MAX_VALUE, Long.MIN_VALUE, Long.MIN_VALUE + 1};
        for (long number : some) {
            assertThat(new JsonText(1).append(number)).hasToString(Long.toString(number));
        }
        for (int i = 0; i < 10_000; i++) {
            long number = random.nextLong() >> random.nextInt(64);
            assertThat(new JsonText(1).append(number)).hasToString(Long.toString(number));
        }
    }

    @Test
    void whatIsClearedBeginsAnew() {
        JsonText out = new JsonText().append("first").append(',').append(2);
        assertThat(out).hasToString("first,2");
        out.clear();
        assertThat(out.append("é".getBytes(StandardCharsets.UTF_8))).hasToString("é");
        assertThat(out.length()).isEqualTo(2);
    }
}
