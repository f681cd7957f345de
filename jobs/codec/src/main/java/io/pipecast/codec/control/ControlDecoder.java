package io.pipecast.codec.control;

import io.pipecast.codec.avro.WireHistory;
import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;

/**
 * Picks models and ticks out of the control topic for those who only look at it; what is neither,
 * or cannot be read, is null. The job reads the topic through {@code InputDecoder}, which refuses
 * with reasons. Not thread-safe.
 */
public final class ControlDecoder {
    private final WireHistory history =
            new WireHistory(WireSchema.TICK, WireSchema.MODEL_PUBLISHED);

    private final WireReader reader = new WireReader();

    /** A published model, or null when the message is none. */
    public ModelPublished model(byte[] message) {
        return read(WireSchema.MODEL_PUBLISHED, message, ControlReader::model);
    }

    /** A tick, or null when the message is none. */
    public Tick tick(byte[] message) {
        return read(WireSchema.TICK, message, ControlReader::tick);
    }

    private interface Read<T> {
        T from(WireReader reader) throws IOException;
    }

    private <T> T read(WireSchema schema, byte[] message, Read<T> read) {
        boolean known =
                message != null
                        && WireSchema.isMessage(message)
                        && history.find(WireSchema.fingerprintOf(message)) == schema;
        if (!known) {
            return null;
        }
        try {
            return read.from(reader.over(history.present(message)));
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
            return null;
        }
    }
}
