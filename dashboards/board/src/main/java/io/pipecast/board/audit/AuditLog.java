package io.pipecast.board.audit;

import io.pipecast.board.BoardException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What was done, in the order in which it was written down. With a file every entry is appended to
 * it, and what it has already is not written again when the topics are read anew.
 */
public final class AuditLog implements AutoCloseable {
    /** Entries that are shown; the file has all. */
    private static final int KEPT = 20_000;

    private final AuditFile file;
    private final Deque<AuditEntry> newest = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private AuditEntry configuration;

    /**
     * A log.
     *
     * @param path of the file, or empty to keep entries in memory alone
     * @throws BoardException when the file cannot be read or written, or another board writes it
     */
    public AuditLog(String path) {
        file = path.isEmpty() ? null : AuditFile.open(path, this::keep);
    }

    /** Adds an entry unless it is there already. */
    public synchronized void add(AuditEntry entry) {
        if (!known.contains(entry.identity())) {
            keep(entry);
            if (file != null) {
                file.append(entry);
            }
        }
    }

    private void keep(AuditEntry entry) {
        known.add(entry.identity());
        newest.addFirst(entry);
        if (newest.size() > KEPT) {
            newest.removeLast();
        }
        if (entry.kind() == AuditEntry.Kind.CONFIGURATION) {
            configuration = entry;
        }
    }

    /** The last entry about the configuration, or null. */
    synchronized AuditEntry configuration() {
        return configuration;
    }

    /** The wanted entries, the last written first. */
    public synchronized List<AuditEntry> newest(Predicate<AuditEntry> wanted, int limit) {
        return newest.stream().filter(wanted).limit(limit).toList();
    }

    @Override
    public synchronized void close() {
        if (file != null) {
            file.close();
        }
    }
}
