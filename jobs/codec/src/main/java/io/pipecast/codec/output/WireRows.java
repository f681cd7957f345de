package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireHistory;
import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import java.io.IOException;
import org.apache.avro.AvroRuntimeException;

/** Reads messages of some subjects, written in any schema of them that was ever in force. */
final class WireRows {
    private final WireHistory history;
    private final WireReader reader = new WireReader();

    WireRows(WireSchema... schemas) {
        this.history = new WireHistory(schemas);
    }

    /** What makes a row of a record. */
    interface Read<T> {
        T from(WireReader reader) throws IOException;
    }

    /**
     * The row of a message.
     *
     * @throws IllegalArgumentException for a message that is not a whole record of the subject
     */
    <T> T read(WireSchema schema, byte[] message, Read<T> read) {
        boolean known =
                WireSchema.isMessage(message)
                        && history.find(WireSchema.fingerprintOf(message)) == schema;
        if (!known) {
            throw new IllegalArgumentException(
                    "a message must be written in a schema of " + schema.subject + ", was not");
        }
        try {
            T row = read.from(reader.over(history.present(message)));
            if (!reader.atEnd()) {
                throw new IOException("bytes follow the end of the record");
            }
            return row;
        } catch (IOException | AvroRuntimeException | UnsupportedOperationException e) {
            throw new IllegalArgumentException(
                    "a message must be a whole " + schema.subject + ", was not: " + e.getMessage(),
                    e);
        }
    }
}
