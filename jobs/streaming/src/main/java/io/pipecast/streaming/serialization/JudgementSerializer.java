package io.pipecast.streaming.serialization;

import io.pipecast.streaming.operators.Judgement;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Judgements on edges. */
public final class JudgementSerializer extends HotSerializer<Judgement> {
    private static final long serialVersionUID = 1L;
    private static final Judgement.Kind[] KINDS = Judgement.Kind.values();
    public static final JudgementSerializer INSTANCE = new JudgementSerializer();

    @Override
    protected void write(Judgement value, DataOutputView out) throws IOException {
        Wire.text(value.modelVersion(), out);
        out.writeBoolean(value.shadow());
        Wire.text(value.measure(), out);
        out.writeInt(value.day());
        out.writeInt(value.seen());
        out.writeByte(value.kind().ordinal());
        out.writeInt(value.amount());
    }

    @Override
    protected Judgement read(int version, DataInputView in) throws IOException {
        return new Judgement(
                Wire.text(in),
                in.readBoolean(),
                Wire.text(in),
                in.readInt(),
                in.readInt(),
                KINDS[in.readByte()],
                in.readInt());
    }

    @Override
    public TypeSerializerSnapshot<Judgement> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Judgement> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
