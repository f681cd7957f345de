package io.pipecast.streaming.serialization;

import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.model.rollup.Bridge;
import io.pipecast.model.rollup.BridgePart;
import io.pipecast.model.rollup.CellGrid;
import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.Sums;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/** Parts that several serializers write the same way. Texts may be null and of any length. */
final class Wire {
    private static final Stake.Status[] STATUSES = Stake.Status.values();

    private Wire() {}

    static void text(String value, DataOutputView out) throws IOException {
        StringValue.writeString(value, out);
    }

    static String text(DataInputView in) throws IOException {
        return StringValue.readString(in);
    }

    /** Field, value and text of a fact; time, order and identity are the caller's. */
    static void value(Fact fact, DataOutputView out) throws IOException {
        out.writeByte(fact.field.code);
        out.writeLong(fact.number);
        text(fact.text, out);
    }

    static Fact fact(long time, long recordedAt, long orderKey, long hash, DataInputView in)
            throws IOException {
        DealField field = DealField.ofCode(in.readByte());
        long number = in.readLong();
        return new Fact(time, recordedAt, orderKey, hash, field, number, text(in));
    }

    static void stake(Stake stake, DataOutputView out) throws IOException {
        out.writeBoolean(stake != null);
        if (stake == null) {
            return;
        }
        text(stake.owner(), out);
        text(stake.territory(), out);
        out.writeByte(stake.status().ordinal());
        out.writeLong(stake.amount());
        out.writeByte(stake.category());
        out.writeInt(stake.due());
        out.writeInt(stake.stageMicros());
        out.writeByte(stake.chances() == null ? 0 : stake.chances().length);
        for (int i = 0; stake.chances() != null && i < stake.chances().length; i++) {
            out.writeInt(stake.chances()[i]);
        }
        out.writeLong(stake.expected());
        out.writeInt(stake.current());
        out.writeInt(stake.booked());
        out.writeInt(stake.pathDay());
    }

    static Stake stake(DataInputView in) throws IOException {
        if (!in.readBoolean()) {
            return null;
        }
        String owner = text(in);
        String territory = text(in);
        Stake.Status status = STATUSES[in.readByte()];
        long amount = in.readLong();
        int category = in.readByte();
        int due = in.readInt();
        int stageMicros = in.readInt();
        int n = in.readByte();
        int[] chances = n == 0 ? null : new int[n];
        for (int i = 0; i < n; i++) {
            chances[i] = in.readInt();
        }
        long expected = in.readLong();
        int current = in.readInt();
        int booked = in.readInt();
        int pathDay = in.readInt();
        return new Stake(
                owner,
                territory,
                status,
                amount,
                category,
                due,
                stageMicros,
                chances,
                expected,
                current,
                booked,
                pathDay);
    }

    static void leaf(Leaf leaf, DataOutputView out) throws IOException {
        text(leaf.owner(), out);
        text(leaf.territory(), out);
        out.writeInt(leaf.window());
        out.writeInt(leaf.pathDay());
    }

    static Leaf leaf(DataInputView in) throws IOException {
        return new Leaf(text(in), text(in), in.readInt(), in.readInt());
    }

    static void sums(Sums sums, DataOutputView out) throws IOException {
        out.writeByte(sums.values.length);
        for (long value : sums.values) {
            out.writeLong(value);
        }
        out.writeInt(sums.cells.size());
        for (long[] cell : cells(sums)) {
            out.writeInt((int) cell[0]);
            out.writeLong(cell[1]);
            out.writeLong(cell[2]);
            out.writeLong(cell[3]);
        }
    }

    /** A bridge as which parts moved and by how much; one that is absent is as none that moved. */
    static void bridge(Bridge bridge, DataOutputView out) throws IOException {
        int moved = 0;
        for (int i = 0; bridge != null && i < BridgePart.COUNT; i++) {
            moved |= bridge.at(i) != 0 ? 1 << i : 0;
        }
        out.writeInt(moved);
        for (int i = 0; i < BridgePart.COUNT; i++) {
            if ((moved & 1 << i) != 0) {
                out.writeLong(bridge.at(i));
            }
        }
    }

    static Bridge bridge(DataInputView in) throws IOException {
        int moved = in.readInt();
        Bridge bridge = moved == 0 ? null : new Bridge();
        for (int i = 0; i < BridgePart.COUNT; i++) {
            if ((moved & 1 << i) != 0) {
                bridge.addAt(i, in.readLong());
            }
        }
        return bridge;
    }

    private static List<long[]> cells(Sums sums) {
        List<long[]> cells = new ArrayList<>();
        sums.cells.forEach(
                (cell, count, amount, chance) ->
                        cells.add(new long[] {cell, count, amount, chance}));
        return cells;
    }

    static Sums sums(DataInputView in) throws IOException {
        long[] values = new long[Measure.COUNT];
        int n = in.readByte();
        for (int i = 0; i < n; i++) {
            values[i] = in.readLong();
        }
        CellGrid cells = new CellGrid();
        for (int left = in.readInt(); left > 0; left--) {
            cells.add(in.readInt(), in.readLong(), in.readLong(), in.readLong());
        }
        return new Sums(values, cells);
    }
}
