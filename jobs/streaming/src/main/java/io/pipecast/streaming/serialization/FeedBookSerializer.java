package io.pipecast.streaming.serialization;

import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.domain.alert.FeedBook;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** State of the watch over a feed. */
public final class FeedBookSerializer extends HotSerializer<FeedBook> {
    private static final long serialVersionUID = 1L;
    public static final FeedBookSerializer INSTANCE = new FeedBookSerializer();

    @Override
    protected void write(FeedBook feed, DataOutputView out) throws IOException {
        Wire.text(feed.source(), out);
        longs(feed.ahead(), out);
        longs(feed.silences(), out);
        out.writeLong(feed.heardAt());
        out.writeLong(feed.longest());
        out.writeLong(feed.version());
        byte[] open = feed.open() == null ? new byte[0] : RowAvro.encode(feed.open());
        out.writeInt(open.length);
        out.write(open);
    }

    @Override
    protected FeedBook read(int version, DataInputView in) throws IOException {
        String source = Wire.text(in);
        List<Long> ahead = longs(in);
        List<Long> silences = longs(in);
        long heardAt = in.readLong();
        long longest = in.readLong();
        long stated = in.readLong();
        byte[] open = new byte[in.readInt()];
        in.readFully(open);
        return new FeedBook(
                source,
                ahead,
                silences,
                heardAt,
                longest,
                stated,
                open.length == 0 ? null : new RowDecoder().alert(open));
    }

    private static void longs(List<Long> values, DataOutputView out) throws IOException {
        out.writeInt(values.size());
        for (long value : values) {
            out.writeLong(value);
        }
    }

    private static List<Long> longs(DataInputView in) throws IOException {
        List<Long> values = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            values.add(in.readLong());
        }
        return values;
    }

    @Override
    public TypeSerializerSnapshot<FeedBook> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<FeedBook> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
