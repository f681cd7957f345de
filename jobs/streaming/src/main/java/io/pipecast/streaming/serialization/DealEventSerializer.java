package io.pipecast.streaming.serialization;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.Fact;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** A deal event on the keyed exchange: what its facts share once, then each fact's own. */
public final class DealEventSerializer extends HotSerializer<DealEvent> {
    private static final long serialVersionUID = 1L;
    public static final DealEventSerializer INSTANCE = new DealEventSerializer();

    @Override
    protected void write(DealEvent event, DataOutputView out) throws IOException {
        Fact first = event.facts()[0];
        Wire.text(event.opportunityId(), out);
        Wire.text(event.source(), out);
        out.writeLong(first.time);
        out.writeLong(first.recordedAt);
        out.writeLong(first.orderKey);
        out.writeLong(first.eventHash);
        out.writeInt(event.facts().length);
        for (Fact fact : event.facts()) {
            Wire.value(fact, out);
        }
    }

    @Override
    protected DealEvent read(int version, DataInputView in) throws IOException {
        String id = Wire.text(in);
        String source = Wire.text(in);
        long time = in.readLong();
        long recordedAt = in.readLong();
        long orderKey = in.readLong();
        long hash = in.readLong();
        Fact[] facts = new Fact[in.readInt()];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = Wire.fact(time, recordedAt, orderKey, hash, in);
        }
        return new DealEvent(id, source, facts);
    }

    @Override
    public TypeSerializerSnapshot<DealEvent> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DealEvent> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
