package io.pipecast.codec.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Every writer's schema that was ever in force, by fingerprint. A message of a past one is
 * rewritten in the present one by Avro's schema resolution, so that the readers know one schema
 * each. Not thread-safe.
 */
public final class WireHistory {
    private final Map<Long, Past> known = new HashMap<>();

    /** A past writer's schema and how to read it. */
    private record Past(WireSchema wire, GenericDatumReader<Object> reader) {}

    /** A history of some schemas: those a topic may carry. */
    public WireHistory(WireSchema... schemas) {
        for (WireSchema wire : schemas) {
            for (Schema past : wire.history()) {
                put(wire, past);
            }
            put(wire, wire.schema);
        }
    }

    /** Adds a version of a subject. */
    void put(WireSchema wire, Schema writer) {
        long fingerprint = SchemaNormalization.parsingFingerprint64(writer);
        known.put(fingerprint, new Past(wire, new GenericDatumReader<>(writer, wire.schema)));
    }

    /** The schema a fingerprint is a version of, or null. */
    public WireSchema find(long fingerprint) {
        Past past = known.get(fingerprint);
        return past == null ? null : past.wire;
    }

    /**
     * A message in the schema in force; the message itself when it is written in it already.
     *
     * @param message one whose fingerprint {@link #find} knows
     */
    public byte[] present(byte[] message) throws IOException {
        long fingerprint = WireSchema.fingerprintOf(message);
        Past past = known.get(fingerprint);
        if (fingerprint == past.wire.fingerprint) {
            return message;
        }
        int length = message.length - WireSchema.HEADER;
        BinaryDecoder in =
                DecoderFactory.get().binaryDecoder(message, WireSchema.HEADER, length, null);
        Object datum = past.reader.read(null, in);
        if (!in.isEnd()) {
            throw new IOException("bytes follow the end of the record");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(message.length + 64);
        bytes.writeBytes(past.wire.header());
        BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);
        new GenericDatumWriter<>(past.wire.schema).write(datum, out);
        return bytes.toByteArray();
    }
}
