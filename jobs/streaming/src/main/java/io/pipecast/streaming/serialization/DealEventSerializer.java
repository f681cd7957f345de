package io.pipecast.streaming.serialization;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
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

    private transient SharedTexts texts;

    /** One of its own for each task: what recurs is shared within a task. */
    @Override
    public DealEventSerializer duplicate() {
        return new DealEventSerializer();
    }

    private SharedTexts texts() {
        if (texts == null) {
            texts = new SharedTexts();
        }
        return texts;
    }

    @Override
    protected void write(DealEvent event, DataOutputView out) throws IOException {
        Fact first = event.facts()[0];
        SharedTexts shared = texts();
        shared.write(event.opportunityId(), out);
        shared.write(event.source(), out);
        out.writeLong(first.time);
        out.writeLong(first.recordedAt);
        out.writeLong(first.orderKey);
        out.writeLong(first.eventHash);
        out.writeInt(event.facts().length);
        for (Fact fact : event.facts()) {
            out.writeByte(fact.field.code);
            out.writeLong(fact.number);
            shared.write(fact.text, out);
        }
    }

    @Override
    protected DealEvent read(int version, DataInputView in) throws IOException {
        SharedTexts shared = texts();
        // of many thousands each comes now and then: kept, it would only drive out the others
        String id = shared.readOnce(in);
        String source = shared.read(in);
        long time = in.readLong();
        long recordedAt = in.readLong();
        long orderKey = in.readLong();
        long hash = in.readLong();
        Fact[] facts = new Fact[in.readInt()];
        for (int i = 0; i < facts.length; i++) {
            DealField field = DealField.ofCode(in.readByte());
            long number = in.readLong();
            facts[i] = new Fact(time, recordedAt, orderKey, hash, field, number, shared.read(in));
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
            super(DealEventSerializer::new);
        }
    }
}
