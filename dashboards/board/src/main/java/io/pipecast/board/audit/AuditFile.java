package io.pipecast.board.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.BoardException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The audit log's file: one JSON object a line, appended and never rewritten. */
final class AuditFile {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFile.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final FileChannel channel;

    private AuditFile(FileChannel channel) {
        this.channel = channel;
    }

    /** Opens or creates a file; hands over the entries it has. */
    static AuditFile open(String name, Consumer<AuditEntry> each) {
        Path path = Path.of(name);
        try {
            FileChannel channel =
                    FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            lock(channel, name);
            List<String> lines = Files.readAllLines(path);
            for (int i = 0; i < lines.size(); i++) {
                each.accept(read(lines.get(i), name, i + 1));
            }
            return new AuditFile(channel);
        } catch (IOException e) {
            throw new BoardException("board.auditLog must be a file to append to, was " + name);
        }
    }

    private static void lock(FileChannel channel, String name) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // said below
        }
        channel.close();
        throw new BoardException(
                "board.auditLog must be written by one board, but another writes " + name);
    }

    private static AuditEntry read(String line, String name, int number) {
        try {
            return JSON.readValue(line, AuditEntry.class);
        } catch (JsonProcessingException e) {
            throw new BoardException(
                    "board.auditLog must have an entry on every line, but line "
                            + number
                            + " of "
                            + name
                            + " is none");
        }
    }

    void append(AuditEntry entry) {
        try {
            byte[] line = (JSON.writeValueAsString(entry) + "\n").getBytes(StandardCharsets.UTF_8);
            ByteBuffer rest = ByteBuffer.wrap(line);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        } catch (IOException e) {
            LOG.error("an entry could not be written to the audit log: {}", entry, e);
        }
    }

    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("closing the audit log failed", e);
        }
    }
}
