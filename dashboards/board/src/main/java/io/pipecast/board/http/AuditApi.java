package io.pipecast.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.audit.AuditEntry;
import io.pipecast.board.audit.AuditLog;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code /api/audit} and {@code /api/audit.csv}: who did what, for who sees the company. */
final class AuditApi {
    private static final List<String> HEADS =
            List.of("at", "recorded_at", "actor", "kind", "subject", "what", "before", "after");

    private final AuditLog log;

    AuditApi(AuditLog log) {
        this.log = log;
    }

    /** An entry; instants epoch milliseconds, null where not known. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Entry(
            long at,
            long recordedAt,
            String actor,
            String kind,
            String subject,
            String what,
            String before,
            String after) {
        static Entry of(AuditEntry entry) {
            boolean whole = entry.kind() == AuditEntry.Kind.CONFIGURATION;
            return new Entry(
                    entry.at(),
                    entry.recordedAt(),
                    entry.actor(),
                    entry.kind().name(),
                    entry.subject(),
                    entry.what(),
                    entry.before(),
                    // a whole configuration is for the file
                    whole ? null : entry.after());
        }
    }

    void entries(Seen views, Context context) {
        int limit = Requests.number(context, "limit", 100, 2000);
        context.json(found(views, context, limit).stream().map(Entry::of).toList());
    }

    /** The same for a spreadsheet: all that the board keeps. */
    void table(Seen views, Context context) {
        CsvTable table = new CsvTable(HEADS);
        for (AuditEntry entry : found(views, context, Integer.MAX_VALUE)) {
            table.row(
                    Arrays.asList(
                            Instant.ofEpochMilli(entry.at()),
                            Instant.ofEpochMilli(entry.recordedAt()),
                            entry.actor(),
                            entry.kind().name(),
                            entry.subject(),
                            entry.what(),
                            entry.before(),
                            entry.after()));
        }
        table.send(context, "audit");
    }

    private List<AuditEntry> found(Seen views, Context context, int limit) {
        AuditEntry.Kind kind = kind(Requests.text(context, "kind", null));
        return log.newest(
                entry -> (kind == null || entry.kind() == kind) && isShown(entry, views), limit);
    }

    /** Calls, chances and quotas name reps: where reps are not named, they stay in the file. */
    private static boolean isShown(AuditEntry entry, Seen views) {
        return views.namesReps()
                || switch (entry.kind()) {
                    case CALL, OVERRIDE, QUOTA -> false;
                    default -> true;
                };
    }

    private static AuditEntry.Kind kind(String name) {
        if (name == null) {
            return null;
        }
        try {
            return AuditEntry.Kind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badRequest(
                    "kind must be sign-in, action, override, call, quota, model, policy or configuration,"
                            + " was "
                            + name);
        }
    }
}
