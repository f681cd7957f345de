package io.pipecast.streaming.serialization;

import io.pipecast.streaming.operators.LeafDelta;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Leaf deltas on the exchange and in the state of the organizing task. */
public final class LeafDeltaSerializer extends HotSerializer<LeafDelta> {
    private static final long serialVersionUID = 1L;
    public static final LeafDeltaSerializer INSTANCE = new LeafDeltaSerializer();

    /** 2: what moved the model mean. */
    @Override
    protected int version() {
        return 2;
    }

    @Override
    protected void write(LeafDelta delta, DataOutputView out) throws IOException {
        Wire.leaf(delta.leaf(), out);
        out.writeLong(delta.asOf());
        out.writeBoolean(delta.settled());
        Wire.sums(delta.sums(), out);
        Wire.bridge(delta.bridge(), out);
    }

    @Override
    protected LeafDelta read(int version, DataInputView in) throws IOException {
        return new LeafDelta(
                Wire.leaf(in),
                in.readLong(),
                in.readBoolean(),
                Wire.sums(in),
                version >= 2 ? Wire.bridge(in) : null);
    }

    @Override
    public LeafDelta copy(LeafDelta delta) {
        return new LeafDelta(
                delta.leaf(),
                delta.asOf(),
                delta.settled(),
                delta.sums().copy(),
                delta.bridge() == null ? null : delta.bridge().copy());
    }

    @Override
    public TypeSerializerSnapshot<LeafDelta> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<LeafDelta> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
