package io.pipecast.streaming.files;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.streaming.files.EventFileSource.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;

/** Reads and decodes lines, and keeps the replay's clock. */
final class EventFileReader implements SourceReader<Input, WholeFile> {
    /**
     * Lines decoded per call: enough to make the call itself cheap, few enough to stay responsive.
     */
    private static final int LINES_PER_CALL = 256;

    /**
     * A fact further ahead of the clock than this does not move it: one wrong year must not end the
     * replay.
     */
    private static final long PLAUSIBLE_LEAP = 400L * 86_400_000L;

    /**
     * Midnights a watermark passes at once. A deal visited for several midnights in a row costs far
     * less than one fetched for each of them; what is stated at each does not depend on it.
     */
    private static final int MIDNIGHTS_PER_WATERMARK = 7;

    private final String name;
    private final Path file;
    private final long until;
    private final long lateness;
    private final DayClock days;
    private final JsonInputDecoder decoder;
    private final CompletableFuture<Void> available = new CompletableFuture<>();
    private Lines lines;
    private boolean given;
    private long clock = Long.MIN_VALUE;
    private long nextMidnight = Long.MIN_VALUE;

    EventFileReader(String file, PipelineSettings settings, long until) {
        this.file = Path.of(file);
        this.name = this.file.getFileName().toString();
        this.until = until;
        this.lateness = settings.latenessMillis();
        this.days = settings.calendar().days();
        this.decoder = new JsonInputDecoder(settings);
    }

    @Override
    public void start() {}

    @Override
    public void addSplits(List<WholeFile> splits) {
        given = !splits.isEmpty();
        available.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<Input> out) throws IOException {
        if (!available.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        if (!given) {
            return InputStatus.END_OF_INPUT;
        }
        if (lines == null) {
            lines = Lines.open(file);
        }
        for (int i = 0; i < LINES_PER_CALL; i++) {
            if (!lines.next()) {
                end(out);
                return InputStatus.END_OF_INPUT;
            }
            emit(
                    decoder.decode(
                            lines.buffer(), lines.offset(), lines.length(), name, lines.number()),
                    out);
        }
        return InputStatus.MORE_AVAILABLE;
    }

    private void emit(Input input, ReaderOutput<Input> out) {
        if (input.kind != Input.Kind.DEAL) {
            out.collect(input);
            return;
        }
        long time = input.deal().time();
        if (time > until) {
            return;
        }
        out.collect(input);
        if (time > clock && (clock == Long.MIN_VALUE || time - clock <= PLAUSIBLE_LEAP)) {
            clock = time;
            if (clock - lateness >= nextMidnight) {
                out.emitWatermark(new Watermark(clock - lateness));
                int today = days.dayOf(clock - lateness);
                nextMidnight = days.startOf(today + MIDNIGHTS_PER_WATERMARK);
            }
        }
    }

    private void end(ReaderOutput<Input> out) throws IOException {
        lines.close();
        long last = until != Long.MAX_VALUE && until > clock ? until : clock;
        if (last != Long.MIN_VALUE) {
            // the end of input raises the watermark to its maximum, and with it everything up to
            // the last instant
            out.collect(Input.tick(last));
        }
    }

    @Override
    public List<WholeFile> snapshotState(long checkpointId) {
        return given ? List.of(new WholeFile()) : List.of();
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return available;
    }

    @Override
    public void notifyNoMoreSplits() {
        available.complete(null);
    }

    @Override
    public void close() throws Exception {
        if (lines != null) {
            lines.close();
        }
    }
}
