package io.pipecast.codec.avro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCacheTest {
    private final TextCache cache = new TextCache();

    @Test
    void givesTheSameStringForTheSameText() {
        char[] text = "xProposal".toCharArray();

        assertThat(cache.of(text, 1, 8)).isEqualTo("Proposal").isSameAs(cache.of(text, 1, 8));
    }

    @Test
    void givesTheRightStringWhateverCameBefore() {
        Random random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            String text = "k" + random.nextInt(20_000) + (i % 3 == 0 ? "é" : i % 5 == 0 ? "ß" : "");
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            assertThat(cache.of(utf8, utf8.length)).isEqualTo(text);
            assertThat(cache.of(text.toCharArray(), 0, text.length())).isEqualTo(text);
        }
    }

    @Test
    void doesNotKeepLongText() {
        char[] text = "x".repeat(60).toCharArray();

        assertThat(cache.of(text, 0, 60)).isNotSameAs(cache.of(text, 0, 60)).hasSize(60);
    }
}
