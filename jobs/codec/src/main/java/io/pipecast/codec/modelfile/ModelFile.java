package io.pipecast.codec.modelfile;

import io.pipecast.domain.deal.StageTable;
import io.pipecast.model.scoring.HazardModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileConstants;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * The model document: an Avro object container file with one Model record and, in its header, the
 * CRC-32C of the record's binary form and of its schema. The same model gives the same bytes.
 */
public final class ModelFile {
    private static final String CHECKSUM = "pipecast.crc32c";

    /** Of the schema: a field by a damaged name would be taken for one that is not there. */
    private static final String OF_SCHEMA = "pipecast.schema.crc32c";

    private ModelFile() {}

    /**
     * What reading gave.
     *
     * @param model the model, or null when it was refused
     * @param refusal why it was refused, or null
     */
    public record Reading(HazardModel model, String refusal) {}

    /** The document of a model. */
    public static byte[] write(HazardModel model) {
        GenericRecord record = ModelRecord.of(model);
        String checksum = checksum(record);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataFileWriter<GenericRecord> writer =
                new DataFileWriter<>(new GenericDatumWriter<>(record.getSchema()))) {
            writer.setCodec(CodecFactory.nullCodec());
            writer.setMeta(CHECKSUM, checksum);
            writer.setMeta(OF_SCHEMA, checksum(record.getSchema().toString()));
            // the sync marker is random by default; it only has to be unlikely in the data
            byte[] sync =
                    Arrays.copyOf(
                            (model.version() + checksum).getBytes(StandardCharsets.UTF_8), 16);
            writer.create(record.getSchema(), out, sync);
            writer.append(record);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a model into memory", e);
        }
        return out.toByteArray();
    }

    /**
     * Reads a document for a configuration: the model as of sequence 1, in force from the
     * document's own instant.
     *
     * @param stages configured stages; a model of others is refused
     * @param currency corporate currency; a model in another is refused
     */
    public static Reading read(byte[] document, StageTable stages, String currency) {
        try {
            GenericRecord record = decode(document);
            String refusal = ModelRecord.refusal(record, HazardModel.namesOf(stages), currency);
            return refusal == null
                    ? new Reading(ModelRecord.model(record), null)
                    : new Reading(null, refusal);
        } catch (IOException
                | AvroRuntimeException
                | IllegalArgumentException
                | ClassCastException e) {
            return new Reading(null, "model document is not readable: " + oneLine(e));
        }
    }

    private static GenericRecord decode(byte[] document) throws IOException {
        GenericDatumReader<GenericRecord> datum = new GenericDatumReader<>();
        try (DataFileReader<GenericRecord> reader =
                new DataFileReader<>(new SeekableByteArrayInput(document), datum)) {
            String expected = reader.getMetaString(CHECKSUM);
            if (expected == null || !reader.hasNext()) {
                throw new IOException(
                        "it must hold a checksum and one model, held "
                                + List.copyOf(reader.getMetaKeys()));
            }
            String schema = reader.getMetaString(OF_SCHEMA);
            // the first documents have none
            if (schema != null
                    && !schema.equals(checksum(reader.getMetaString(DataFileConstants.SCHEMA)))) {
                throw new IOException("the checksum of its schema must be " + schema);
            }
            GenericRecord written = reader.next();
            String was = checksum(written);
            if (!was.equals(expected)) {
                throw new IOException("its checksum must be " + expected + ", was " + was);
            }
            return written;
        }
    }

    private static String checksum(GenericRecord record) {
        CRC32C crc = new CRC32C();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
        try {
            new GenericDatumWriter<GenericRecord>(record.getSchema()).write(record, encoder);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot encode a model into memory", e);
        }
        crc.update(out.toByteArray());
        return Long.toHexString(crc.getValue());
    }

    private static String checksum(String text) {
        CRC32C crc = new CRC32C();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static String oneLine(Exception e) {
        String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return message.replaceAll("\\s+", " ");
    }
}
