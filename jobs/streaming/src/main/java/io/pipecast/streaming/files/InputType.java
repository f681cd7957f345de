package io.pipecast.streaming.files;

import io.pipecast.codec.input.Input;
import io.pipecast.streaming.serialization.HotSerializer;
import io.pipecast.streaming.serialization.HotType;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Type of decoded inputs. They never leave the chain of their source: READ is chained to it and
 * takes them apart.
 */
public final class InputType extends HotSerializer<Input> {
    private static final long serialVersionUID = 1L;

    /** The type information. */
    public static final TypeInformation<Input> INSTANCE =
            new HotType<>(Input.class, new InputType());

    @Override
    protected void write(Input value, DataOutputView out) throws IOException {
        throw new IOException("an input must be read in the chain of its source, but it left it");
    }

    @Override
    protected Input read(int version, DataInputView in) throws IOException {
        throw new IOException("an input must be read in the chain of its source, but it left it");
    }

    @Override
    public TypeSerializerSnapshot<Input> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with no state; Flink asks for it all the same. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Input> {
        public Snapshot() {
            super(InputType::new);
        }
    }
}
