package io.pipecast.board.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.pipecast.board.audit.AuditEntry.Kind;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Writes down what happens at the board itself: sign-ins, and the configuration it starts with. */
public final class BoardAudit {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CONFIGURATION = "configuration";

    private final AuditLog log;
    private final LongSupplier wallClock;
    private final AtomicLong number = new AtomicLong();

    /**
     * An audit into a log.
     *
     * @param wallClock now, epoch milliseconds
     */
    public BoardAudit(AuditLog log, LongSupplier wallClock) {
        this.log = log;
        this.wallClock = wallClock;
    }

    /** Somebody signed in or out. */
    public void signed(String actor, String what, String address) {
        add(actor, Kind.SIGN_IN, "board", what + " from " + address, null, null);
    }

    /** Somebody tried to sign in with a token that nobody has. */
    public void refused(String address) {
        add(null, Kind.SIGN_IN, "board", "refused a wrong token from " + address, null, null);
    }

    /**
     * The board starts: writes down what differs from the configuration it had before.
     *
     * @param actor user of the process
     * @param options value by key, without secrets
     */
    public void started(String actor, Map<String, String> options) {
        AuditEntry last = log.configuration();
        Map<String, String> had = last == null ? Map.of() : read(last.after());
        Map<String, String> before = new TreeMap<>();
        options.forEach(
                (key, value) -> {
                    if (!value.equals(had.get(key))) {
                        before.put(key, had.get(key));
                    }
                });
        if (!before.isEmpty()) {
            String what =
                    last == null ? "first start" : "changed " + String.join(", ", before.keySet());
            add(
                    actor,
                    Kind.CONFIGURATION,
                    CONFIGURATION,
                    what,
                    last == null ? null : written(before),
                    written(new TreeMap<>(options)));
        }
    }

    private void add(
            String actor, Kind kind, String subject, String what, String before, String after) {
        long now = wallClock.getAsLong();
        String source = "board@" + number.incrementAndGet();
        log.add(new AuditEntry(now, now, actor, kind, subject, what, before, after, source));
    }

    private static String written(Map<String, String> options) {
        try {
            return JSON.writeValueAsString(options);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts is JSON", e);
        }
    }

    private static Map<String, String> read(String text) {
        try {
            return JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
