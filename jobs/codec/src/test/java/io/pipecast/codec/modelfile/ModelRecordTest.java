package io.pipecast.codec.modelfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.features.PeriodPosition;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.List;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;

/** Documents whose parts do not fit each other, and what days off are in the first documents. */
class ModelRecordTest {
    @Test
    void refusesNewBusinessWhosePartsDoNotFit() throws IOException {
        refuses("calendar", List.of(1.0, 2.0, 3.0), 14, 3);
        refuses("shares", List.of(), 1, 0);
        refuses("squareByLag", List.of(), 2, 0);
    }

    private static void refuses(String field, List<Double> values, int wanted, int had)
            throws IOException {
        GenericRecord document = document();
        business(document).put(field, values);
        assertThatThrownBy(() -> ModelRecord.model(document))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "newBusiness.%s must have %d values, had %d".formatted(field, wanted, had));
    }

    @Test
    void allDaysOffOfTheFirstDocumentsAreAlike() throws IOException {
        GenericRecord document = document();
        List<Double> former = List.of(0.5, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0);
        business(document).put("calendar", former);
        NewBusiness read = ModelRecord.model(document).closing().newBusiness();
        assertThat(read.calendar()).hasSize(PeriodPosition.COUNT).startsWith(1, 2, 3, 4, 5, 6, 7);
        assertThat(read.calendar())
                .endsWith(Collections.nCopies(7, 0.5).stream().mapToDouble(d -> d).toArray());
    }

    private static GenericRecord business(GenericRecord document) {
        return (GenericRecord) document.get("newBusiness");
    }

    private static GenericRecord document() throws IOException {
        try (InputStream in = ModelRecordTest.class.getResourceAsStream("hazards-only.avro");
                DataFileStream<GenericRecord> records =
                        new DataFileStream<>(in, new GenericDatumReader<>())) {
            return records.next();
        }
    }
}
