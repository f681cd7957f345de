package io.pipecast.streaming.serialization;

import io.pipecast.codec.output.RowDecoder;
import java.io.IOException;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A row as the bytes the codec writes. */
abstract class RowSerializer<T> extends HotSerializer<T> {
    private static final long serialVersionUID = 1L;

    private transient RowDecoder decoder;

    abstract byte[] encode(T row);

    abstract T decode(byte[] bytes, RowDecoder rows);

    @Override
    protected final void write(T row, DataOutputView out) throws IOException {
        byte[] bytes = encode(row);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    @Override
    protected final T read(int version, DataInputView in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        decoder = decoder == null ? new RowDecoder() : decoder;
        return decode(bytes, decoder);
    }

    @Override
    public final boolean equals(Object other) {
        return other != null && other.getClass() == getClass();
    }

    @Override
    public final int hashCode() {
        return getClass().hashCode();
    }
}
