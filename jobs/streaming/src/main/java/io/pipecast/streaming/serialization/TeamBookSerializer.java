package io.pipecast.streaming.serialization;

import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.TeamBook;
import io.pipecast.domain.alert.TeamLook;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** State of a team's alerts: its last midnights, and the open alerts in their wire form. */
public final class TeamBookSerializer extends HotSerializer<TeamBook> {
    private static final long serialVersionUID = 1L;
    public static final TeamBookSerializer INSTANCE = new TeamBookSerializer();

    @Override
    protected void write(TeamBook team, DataOutputView out) throws IOException {
        Wire.text(team.tree().name(), out);
        Wire.text(team.node(), out);
        Wire.text(team.period(), out);
        out.writeLong(team.seenAt());
        out.writeLong(team.version());
        out.writeInt(team.looks().size());
        for (TeamLook look : team.looks()) {
            out.writeInt(look.day());
            out.writeLong(look.mean());
            out.writeLong(look.spread());
            out.writeInt(look.missing());
            out.writeByte(look.moved().size());
            for (long part : look.moved()) {
                out.writeLong(part);
            }
        }
        out.writeInt(team.open().size());
        for (Alert alert : team.open()) {
            byte[] row = RowAvro.encode(alert);
            out.writeInt(row.length);
            out.write(row);
        }
    }

    @Override
    protected TeamBook read(int version, DataInputView in) throws IOException {
        Tree tree = Tree.valueOf(Wire.text(in));
        String node = Wire.text(in);
        String period = Wire.text(in);
        long seenAt = in.readLong();
        long stated = in.readLong();
        List<TeamLook> looks = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            looks.add(look(in));
        }
        RowDecoder rows = new RowDecoder();
        List<Alert> open = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            byte[] row = new byte[in.readInt()];
            in.readFully(row);
            open.add(rows.alert(row));
        }
        return new TeamBook(tree, node, period, seenAt, stated, looks, open);
    }

    private static TeamLook look(DataInputView in) throws IOException {
        int day = in.readInt();
        long mean = in.readLong();
        long spread = in.readLong();
        int missing = in.readInt();
        List<Long> moved = new ArrayList<>();
        for (int left = in.readByte(); left > 0; left--) {
            moved.add(in.readLong());
        }
        return new TeamLook(day, mean, spread, missing, moved);
    }

    @Override
    public TypeSerializerSnapshot<TeamBook> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<TeamBook> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
