package io.pipecast.connect.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class TimeReadingTest {
    @Test
    void readsEveryFormOfTime() {
        assertThat(instant("instant", "2011-10-01T00:38:44.546+02:00"))
                .isEqualTo("2011-09-30T22:38:44.546Z");
        assertThat(instant("local", "2011-10-30T12:00:00")).isEqualTo("2011-10-30T11:00:00Z");
        assertThat(instant("date", "2011-10-01")).isEqualTo("2011-10-01T07:30:00Z");
        assertThat(instant("epoch-millis", "1317429524546")).isEqualTo("2011-10-01T00:38:44.546Z");
        assertThat(instant("epoch-seconds", "1317429524.5")).isEqualTo("2011-10-01T00:38:44.500Z");
        assertThat(instant("dd.MM.yyyy HH:mm", "01.10.2011 02:00"))
                .isEqualTo("2011-10-01T00:00:00Z");
        assertThat(instant("M/d/yyyy", "10/1/2011")).isEqualTo("2011-10-01T07:30:00Z");
        assertThat(instant("yyyy-MM-dd HH:mm:ssXXX", "2011-10-01 02:00:00+02:00"))
                .isEqualTo("2011-10-01T00:00:00Z");
    }

    @Test
    void takesADateInTheZoneOfTheSource() {
        assertThat(reading("instant").date("2011-09-30T22:38:44Z"))
                .isEqualTo(LocalDate.of(2011, 10, 1));
        assertThat(reading("date").date("2011-10-01")).isEqualTo(LocalDate.of(2011, 10, 1));
    }

    private static String instant(String form, String text) {
        return reading(form).instant(text).toString();
    }

    private static TimeReading reading(String form) {
        String yaml =
                """
                source: s
                format: csv
                rows: events
                zone: Europe/Amsterdam
                time: "%s"
                timeOfDay: "09:30"
                rules:
                  - {name: a, emit: opportunity, set: {opportunityId: i, operation: o, occurredAt: t}}
                """
                        .formatted(form);
        return MappingReader.parse("mapping.yaml", yaml)
                .rules()
                .get(0)
                .set()
                .get("occurredAt")
                .time();
    }
}
