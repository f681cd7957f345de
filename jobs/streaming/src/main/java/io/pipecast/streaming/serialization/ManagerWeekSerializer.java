package io.pipecast.streaming.serialization;

import io.pipecast.streaming.deliver.ManagerWeek;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** State of a manager's budget. */
public final class ManagerWeekSerializer extends HotSerializer<ManagerWeek> {
    private static final long serialVersionUID = 1L;
    public static final ManagerWeekSerializer INSTANCE = new ManagerWeekSerializer();

    @Override
    protected void write(ManagerWeek week, DataOutputView out) throws IOException {
        Wire.text(week.manager(), out);
        out.writeInt(week.monday());
        out.writeInt(week.used());
    }

    @Override
    protected ManagerWeek read(int version, DataInputView in) throws IOException {
        return new ManagerWeek(Wire.text(in), in.readInt(), in.readInt());
    }

    @Override
    public TypeSerializerSnapshot<ManagerWeek> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<ManagerWeek> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
