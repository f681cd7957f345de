package io.pipecast.streaming.serialization;

import io.pipecast.domain.alert.AlertBook;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.OpenAlert;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.Fact;
import io.pipecast.streaming.track.DealState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** State of a deal: its facts in canonical order, its open alerts and what it contributed last. */
public final class DealStateSerializer extends HotSerializer<DealState> {
    private static final long serialVersionUID = 1L;
    public static final DealStateSerializer INSTANCE = new DealStateSerializer();

    /**
     * 2: which model the provisional forecast is of, and which alerts are a backlog. 3: what alerts
     * measured, and what the model said lately. 4: which model the settled stake is of. 5: which
     * feed told of the deal first.
     */
    @Override
    protected int version() {
        return 5;
    }

    @Override
    protected void write(DealState state, DataOutputView out) throws IOException {
        out.writeInt(state.history.size());
        for (int i = 0; i < state.history.size(); i++) {
            Fact fact = state.history.fact(i);
            out.writeLong(fact.time);
            out.writeLong(fact.recordedAt);
            out.writeLong(fact.orderKey);
            out.writeLong(fact.eventHash);
            Wire.value(fact, out);
        }
        writeAlerts(state.alerts, out);
        out.writeLong(state.settledTo);
        Wire.stake(state.settledStake, out);
        out.writeInt(state.settledFacts);
        Wire.stake(state.liveStake, out);
        out.writeInt(state.liveFacts);
        out.writeLong(state.armed);
        out.writeLong(state.refreshAt);
        out.writeBoolean(state.tombstone);
        out.writeLong(state.liveModel);
        out.writeLong(state.settledModel);
        Wire.text(state.alerts.feed(), out);
    }

    @Override
    protected DealState read(int version, DataInputView in) throws IOException {
        Fact[] facts = new Fact[in.readInt()];
        for (int i = 0; i < facts.length; i++) {
            facts[i] = Wire.fact(in.readLong(), in.readLong(), in.readLong(), in.readLong(), in);
        }
        DealState state =
                new DealState(new DealHistory(facts, facts.length), readAlerts(version, in));
        state.settledTo = in.readLong();
        state.settledStake = Wire.stake(in);
        state.settledFacts = in.readInt();
        state.liveStake = Wire.stake(in);
        state.liveFacts = in.readInt();
        state.armed = in.readLong();
        state.refreshAt = in.readLong();
        state.tombstone = in.readBoolean();
        state.liveModel = version >= 2 ? in.readLong() : DealState.NEVER;
        state.settledModel = version >= 4 ? in.readLong() : DealState.NEVER;
        state.alerts.toldBy(version >= 5 ? Wire.text(in) : null);
        return state;
    }

    private static void writeAlerts(AlertBook book, DataOutputView out) throws IOException {
        List<OpenAlert> open = book.openAlerts();
        out.writeLong(book.settledTo());
        out.writeLong(book.version());
        out.writeByte(open.size());
        for (OpenAlert alert : open) {
            Wire.text(alert.rule().name(), out);
            out.writeLong(alert.raisedAt());
            out.writeByte(alert.severity());
            out.writeLong(alert.since());
            out.writeInt(alert.limit());
            Wire.text(alert.source(), out);
            Wire.text(alert.stage(), out);
            Wire.text(alert.owner(), out);
            out.writeLong(alert.closeDate());
            out.writeBoolean(alert.backlog());
            out.writeInt(alert.value());
        }
        long[] memory = book.memory();
        out.writeByte(memory.length);
        for (long part : memory) {
            out.writeLong(part);
        }
    }

    private static AlertBook readAlerts(int version, DataInputView in) throws IOException {
        long settledTo = in.readLong();
        long statements = in.readLong();
        List<OpenAlert> open = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            open.add(openAlert(version, in));
        }
        long[] memory = new long[version >= 3 ? in.readByte() : 0];
        for (int i = 0; i < memory.length; i++) {
            memory[i] = in.readLong();
        }
        return new AlertBook(open, settledTo, statements, memory);
    }

    private static OpenAlert openAlert(int version, DataInputView in) throws IOException {
        AlertRule rule = AlertRule.valueOf(Wire.text(in));
        long raisedAt = in.readLong();
        int severity = in.readByte();
        long since = in.readLong();
        int limit = in.readInt();
        String source = Wire.text(in);
        String stage = Wire.text(in);
        String owner = Wire.text(in);
        long closeDate = in.readLong();
        boolean backlog = version >= 2 && in.readBoolean();
        int value = version >= 3 ? in.readInt() : 0;
        return new OpenAlert(
                rule, raisedAt, severity, since, limit, value, source, stage, owner, closeDate,
                backlog);
    }

    @Override
    public DealState copy(DealState state) {
        return state.copy();
    }

    @Override
    public TypeSerializerSnapshot<DealState> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DealState> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
