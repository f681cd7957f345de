package io.pipecast.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.io.JsonEncoder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples are in Avro's JSON encoding, which names the branch of every union. */
class SchemaExampleTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    static List<String> messages() throws IOException {
        return SchemaFiles.messages();
    }

    @ParameterizedTest
    @MethodSource("messages")
    void exampleIsAValidRecordWithEveryFieldSpelledOut(String subject) throws IOException {
        Path file = SchemaFiles.EXAMPLES.resolve(subject + ".json");
        Schema schema = SchemaFiles.current(subject);
        String text = Files.readString(file);
        Object record =
                new GenericDatumReader<>(schema)
                        .read(null, DecoderFactory.get().jsonDecoder(schema, text));

        assertThat(GenericData.get().validate(schema, record)).isTrue();
        assertThat(JSON.readTree(encode(schema, record))).isEqualTo(JSON.readTree(text));
    }

    private static byte[] encode(Schema schema, Object record) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        JsonEncoder out = EncoderFactory.get().jsonEncoder(schema, bytes);
        new GenericDatumWriter<>(schema).write(record, out);
        out.flush();
        return bytes.toByteArray();
    }
}
