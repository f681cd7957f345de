package io.pipecast.streaming.files;

import io.pipecast.codec.input.Input;
import io.pipecast.streaming.operators.JobPlan;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * One ordered reader over a file of events: the source of a replay. Its watermark is the largest
 * plausible fact time minus the lateness; at the end it states the replay's last instant.
 */
public final class EventFileSource
        implements Source<Input, EventFileSource.WholeFile, EventFileSource.Assigned> {
    private static final long serialVersionUID = 1L;

    private final String file;
    private final JobPlan plan;
    private final long until;

    /**
     * A source.
     *
     * @param file path of a JSON lines file, gzip when it ends in .gz
     * @param until last instant that is read, epoch milliseconds, or Long.MAX_VALUE for all
     */
    public EventFileSource(String file, JobPlan plan, long until) {
        this.file = file;
        this.plan = plan;
        this.until = until;
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<Input, WholeFile> createReader(SourceReaderContext context) {
        return new EventFileReader(file, plan.settings(), until);
    }

    @Override
    public SplitEnumerator<WholeFile, Assigned> createEnumerator(
            SplitEnumeratorContext<WholeFile> context) {
        return new OneSplit(context, false);
    }

    @Override
    public SplitEnumerator<WholeFile, Assigned> restoreEnumerator(
            SplitEnumeratorContext<WholeFile> context, Assigned state) {
        return new OneSplit(context, state.done);
    }

    @Override
    public SimpleVersionedSerializer<WholeFile> getSplitSerializer() {
        return new Marker<>(new WholeFile(), new WholeFile());
    }

    @Override
    public SimpleVersionedSerializer<Assigned> getEnumeratorCheckpointSerializer() {
        return new Marker<>(new Assigned(false), new Assigned(true));
    }

    /** The only split there is. */
    public static final class WholeFile
            implements org.apache.flink.api.connector.source.SourceSplit {
        @Override
        public String splitId() {
            return "file";
        }
    }

    /** Whether the split was given out. */
    public static final class Assigned {
        final boolean done;

        Assigned(boolean done) {
            this.done = done;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Assigned a && a.done == done;
        }

        @Override
        public int hashCode() {
            return Boolean.hashCode(done);
        }
    }

    /** Writes one of two values as one byte. */
    private record Marker<T>(T zero, T one) implements SimpleVersionedSerializer<T> {
        @Override
        public int getVersion() {
            return 1;
        }

        @Override
        public byte[] serialize(T value) {
            return new byte[] {(byte) (value.equals(one) ? 1 : 0)};
        }

        @Override
        public T deserialize(int version, byte[] bytes) {
            return bytes[0] == 1 ? one : zero;
        }
    }

    /** Gives the split to the first reader that registers. */
    private static final class OneSplit implements SplitEnumerator<WholeFile, Assigned> {
        private final SplitEnumeratorContext<WholeFile> context;
        private boolean assigned;

        OneSplit(SplitEnumeratorContext<WholeFile> context, boolean assigned) {
            this.context = context;
            this.assigned = assigned;
        }

        @Override
        public void start() {}

        @Override
        public void handleSplitRequest(int subtask, String host) {}

        @Override
        public void addSplitsBack(List<WholeFile> splits, int subtask) {
            assigned &= splits.isEmpty();
        }

        @Override
        public void addReader(int subtask) {
            if (!assigned) {
                assigned = true;
                context.assignSplit(new WholeFile(), subtask);
            }
            context.signalNoMoreSplits(subtask);
        }

        @Override
        public Assigned snapshotState(long checkpointId) {
            return new Assigned(assigned);
        }

        @Override
        public void close() {}
    }
}
