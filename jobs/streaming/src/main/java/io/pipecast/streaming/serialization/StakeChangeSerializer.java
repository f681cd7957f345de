package io.pipecast.streaming.serialization;

import io.pipecast.model.rollup.BridgePart;
import io.pipecast.model.rollup.BridgeStep;
import io.pipecast.streaming.track.StakeChange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Stake changes; the combiner is chained to the tracker, so this runs only where a chain is broken.
 */
public final class StakeChangeSerializer extends HotSerializer<StakeChange> {
    private static final long serialVersionUID = 1L;
    public static final StakeChangeSerializer INSTANCE = new StakeChangeSerializer();
    private static final StakeChange.Windows[] WINDOWS = StakeChange.Windows.values();

    private static final BridgePart[] PARTS = BridgePart.values();

    /** 2: the steps between the stakes. */
    @Override
    protected int version() {
        return 2;
    }

    @Override
    protected void write(StakeChange change, DataOutputView out) throws IOException {
        Wire.stake(change.before(), out);
        Wire.stake(change.after(), out);
        out.writeInt(change.facts());
        out.writeLong(change.asOf());
        out.writeBoolean(change.settled());
        out.writeByte(change.windows().ordinal());
        out.writeByte(change.steps().size());
        for (BridgeStep step : change.steps()) {
            out.writeByte(step.part().ordinal());
            Wire.stake(step.before(), out);
            Wire.stake(step.after(), out);
        }
    }

    private static List<BridgeStep> steps(DataInputView in) throws IOException {
        List<BridgeStep> steps = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            steps.add(new BridgeStep(PARTS[in.readByte()], Wire.stake(in), Wire.stake(in)));
        }
        return steps;
    }

    @Override
    protected StakeChange read(int version, DataInputView in) throws IOException {
        return new StakeChange(
                Wire.stake(in),
                Wire.stake(in),
                in.readInt(),
                in.readLong(),
                in.readBoolean(),
                WINDOWS[in.readByte()],
                version >= 2 ? steps(in) : List.of());
    }

    @Override
    public TypeSerializerSnapshot<StakeChange> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StakeChange> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
