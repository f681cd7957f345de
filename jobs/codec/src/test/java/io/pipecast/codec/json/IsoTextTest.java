package io.pipecast.codec.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    @Test
    void writesInstantsAsJavaTimeDoes() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant instant = Instant.ofEpochMilli((long) (random.nextGaussian() * 3e12));
            JsonText out = new JsonText();
            IsoText.appendInstant(out, instant.toEpochMilli());
            assertThat(out.toString()).isEqualTo(MILLIS.format(instant));
            assertThat(IsoText.instant(out.toString())).isEqualTo(instant.toEpochMilli());
        }
    }

    @Test
    void readsEveryDayOfFourCenturiesAndBack() {
        for (LocalDate day = LocalDate.of(1800, 1, 1); day.getYear() < 2201; ) {
            JsonText out = new JsonText();
            IsoText.appendDate(out, day.toEpochDay());
            assertThat(out.toString()).isEqualTo(day.toString());
            assertThat(IsoText.date(day.toString())).isEqualTo(day.toEpochDay());
            day = day.plusDays(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2011-10-01T00:38:44.546+02:00",
                "2026-02-28T23:59:59Z",
                "2024-02-29T00:00Z",
                "2026-01-05T10:00:00.1Z",
                "2026-01-05T10:00:00.123456789-11:30",
                "0000-01-01T00:00:00Z",
                "9999-12-31T23:59:59.999Z",
                "2026-01-05T10:00:00+02:00:30",
                "+12026-01-05T10:00:00Z"
            })
    void readsWhatJavaTimeReads(String text) {
        assertThat(IsoText.instant(text))
                .isEqualTo(OffsetDateTime.parse(text).toInstant().toEpochMilli());
    }

    @Test
    void readsAnOffsetWithoutColon() {
        assertThat(IsoText.instant("2026-01-05T10:00:00.000+0200"))
                .isEqualTo(IsoText.instant("2026-01-05T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-01-05",
                "2026-01-05T10:00:00",
                "2026-01-05T10:00:60Z",
                "2026-01-05T24:00:00Z",
                "2026-02-29T10:00:00Z",
                "2026-13-01T10:00:00Z",
                "2026-01-05T10:00:00+25:00",
                "2026-01-05 10:00:00Z",
                "2026-01-05T10:00:00Z ",
                "20x6-01-05T10:00:00Z"
            })
    void refusesWhatIsNoInstant(String text) {
        assertThat(IsoText.instant(text)).isEqualTo(IsoText.UNREADABLE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-1-5", "2026-02-30", "2025-02-29", "2026/01/05", "2026-00-10"})
    void refusesWhatIsNoDate(String text) {
        assertThat(IsoText.date(text)).isEqualTo(IsoText.UNREADABLE);
    }
}
