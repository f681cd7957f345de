package io.pipecast.streaming.serialization;

import io.pipecast.codec.avro.TextCache;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Texts on the keyed exchange. The same owners, stages and subjects come millions of times and many
 * stay in state: reading gives one string for all of them. Not thread-safe; one per serializer.
 */
final class SharedTexts {
    private static final int NULL = -1;

    private final TextCache cache = new TextCache();
    private byte[] scratch = new byte[64];

    /** Writes a text, which may be null: its length in bytes, then UTF-8. */
    void write(String text, DataOutputView out) throws IOException {
        if (text == null) {
            out.writeInt(NULL);
            return;
        }
        int length = text.length();
        if (length > scratch.length) {
            scratch = new byte[length * 2];
        }
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
                out.writeInt(utf8.length);
                out.write(utf8);
                return;
            }
            scratch[i] = (byte) c;
        }
        out.writeInt(length);
        out.write(scratch, 0, length);
    }

    /** Reads what {@link #write} wrote. */
    String read(DataInputView in) throws IOException {
        int length = fill(in);
        return length == NULL ? null : cache.of(scratch, length);
    }

    /** The same for a text that will hardly come again. */
    String readOnce(DataInputView in) throws IOException {
        int length = fill(in);
        return length == NULL ? null : new String(scratch, 0, length, StandardCharsets.UTF_8);
    }

    private int fill(DataInputView in) throws IOException {
        int length = in.readInt();
        if (length > scratch.length) {
            scratch = new byte[length * 2];
        }
        if (length != NULL) {
            in.readFully(scratch, 0, length);
        }
        return length;
    }
}
