package io.pipecast.streaming.serialization;

import io.pipecast.codec.avro.WireHistory;
import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ControlReader;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.streaming.deliver.AlertCase;
import io.pipecast.streaming.deliver.DealCase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** State of a deal's alerts on their way: statements and actions in their wire form. */
public final class DealCaseSerializer extends HotSerializer<DealCase> {
    private static final long serialVersionUID = 1L;
    public static final DealCaseSerializer INSTANCE = new DealCaseSerializer();

    @Override
    protected void write(DealCase deal, DataOutputView out) throws IOException {
        Wire.text(deal.id(), out);
        out.writeLong(deal.takenAt());
        out.writeLong(deal.counted());
        out.writeLong(deal.toldAt());
        stakes(deal.stakes(), out);
        out.writeInt(deal.alerts().size());
        for (AlertCase alert : deal.alerts()) {
            Alert stated = alert.stated();
            Alert row =
                    stated.handled(
                            stated.version(), stated.status(), stated.stakes(), alert.handling());
            bytes(RowAvro.encode(row), out);
            out.writeInt(alert.rows());
            out.writeInt(alert.actions().size());
            for (AlertAction action : alert.actions()) {
                bytes(ControlAvro.encode(action), out);
            }
        }
    }

    @Override
    protected DealCase read(int version, DataInputView in) throws IOException {
        String id = Wire.text(in);
        long takenAt = in.readLong();
        long counted = in.readLong();
        long toldAt = in.readLong();
        AlertStakes stakes = stakes(in);
        RowDecoder rows = new RowDecoder();
        WireHistory history = new WireHistory(WireSchema.ALERT_ACTION);
        List<AlertCase> alerts = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Alert row = rows.alert(bytes(in));
            int published = in.readInt();
            List<AlertAction> actions = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                byte[] message = history.present(bytes(in));
                actions.add(ControlReader.action(new WireReader().over(message)));
            }
            alerts.add(new AlertCase(row, row.handling(), actions, published));
        }
        return new DealCase(id, alerts, stakes, takenAt, counted, toldAt);
    }

    private static void stakes(AlertStakes s, DataOutputView out) throws IOException {
        Wire.text(s.territory(), out);
        Wire.text(s.nextStep(), out);
        out.writeDouble(s.chance());
        out.writeDouble(s.risk());
        out.writeDouble(s.importance());
        Wire.text(s.why(), out);
    }

    private static AlertStakes stakes(DataInputView in) throws IOException {
        return new AlertStakes(
                Wire.text(in),
                Wire.text(in),
                in.readDouble(),
                in.readDouble(),
                in.readDouble(),
                Wire.text(in));
    }

    private static void bytes(byte[] message, DataOutputView out) throws IOException {
        out.writeInt(message.length);
        out.write(message);
    }

    private static byte[] bytes(DataInputView in) throws IOException {
        byte[] message = new byte[in.readInt()];
        in.readFully(message);
        return message;
    }

    @Override
    public TypeSerializerSnapshot<DealCase> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<DealCase> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
