package io.pipecast.streaming.serialization;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Base of the hand-written serializers of hot types: every value starts with a version byte, so
 * that a newer serializer reads what an older one wrote. Values are immutable unless a subclass
 * overrides {@link #copy(Object)}.
 */
public abstract class HotSerializer<T> extends TypeSerializerSingleton<T> {
    private static final long serialVersionUID = 1L;

    /** Version written from now on, 1–127. */
    protected int version() {
        return 1;
    }

    /** Writes a value in the current version. */
    protected abstract void write(T value, DataOutputView out) throws IOException;

    /** Reads a value of any version up to the current one. */
    protected abstract T read(int version, DataInputView in) throws IOException;

    @Override
    public final void serialize(T value, DataOutputView out) throws IOException {
        out.writeByte(version());
        write(value, out);
    }

    @Override
    public final T deserialize(DataInputView in) throws IOException {
        int version = in.readByte();
        if (version < 1 || version > version()) {
            throw new IOException(
                    getClass().getSimpleName()
                            + " reads versions 1 to "
                            + version()
                            + ", was "
                            + version);
        }
        return read(version, in);
    }

    @Override
    public final T deserialize(T reuse, DataInputView in) throws IOException {
        return deserialize(in);
    }

    @Override
    public void copy(DataInputView in, DataOutputView out) throws IOException {
        serialize(deserialize(in), out);
    }

    @Override
    public T copy(T value) {
        return value;
    }

    @Override
    public final T copy(T value, T reuse) {
        return copy(value);
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public T createInstance() {
        return null;
    }

    @Override
    public int getLength() {
        return -1;
    }
}
