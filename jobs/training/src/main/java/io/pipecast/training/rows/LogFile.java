package io.pipecast.training.rows;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** Reads {@code events.jsonl} (or {@code .gz}) into a {@link DealLog}. */
public final class LogFile {
    private static final int CHUNK = 1 << 16;

    private final JsonInputDecoder decoder;
    private final DealLog log;
    private final String name;
    private byte[] line = new byte[1 << 10];
    private int length;
    private long lines;
    private long rejected;

    private LogFile(String name, DealLog log, PipelineSettings settings) {
        this.name = name;
        this.log = log;
        this.decoder = new JsonInputDecoder(settings);
    }

    /**
     * What reading came to.
     *
     * @param lines read
     * @param rejected lines that could not be used; the replay names them
     */
    public record Reading(long lines, long rejected) {}

    /**
     * Adds a file to a log.
     *
     * @throws IOException when the file cannot be read
     */
    public static Reading read(Path file, DealLog log, PipelineSettings settings)
            throws IOException {
        LogFile reader = new LogFile(file.getFileName().toString(), log, settings);
        try (InputStream in = open(file)) {
            reader.readAll(in);
        }
        return new Reading(reader.lines, reader.rejected);
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            return file.toString().endsWith(".gz")
                    ? new GZIPInputStream(raw, CHUNK)
                    : new BufferedInputStream(raw, CHUNK);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    private void readAll(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
            int from = 0;
            for (int i = 0; i < n; i++) {
                if (chunk[i] == '\n') {
                    append(chunk, from, i);
                    take();
                    from = i + 1;
                }
            }
            append(chunk, from, n);
        }
        if (length > 0) {
            take();
        }
    }

    private void append(byte[] chunk, int from, int to) {
        if (length + to - from > line.length) {
            line = Arrays.copyOf(line, Math.max(line.length * 2, length + to - from));
        }
        System.arraycopy(chunk, from, line, length, to - from);
        length += to - from;
    }

    private void take() {
        Input input = decoder.decode(line, 0, length, name, ++lines);
        length = 0;
        switch (input.kind) {
            case DEAL -> log.add(input.deal());
            case ORGANIZATION -> log.add(input.organization());
            case REJECTED -> rejected++;
            default -> {
                // ticks and no-ops teach nothing
            }
        }
    }
}
