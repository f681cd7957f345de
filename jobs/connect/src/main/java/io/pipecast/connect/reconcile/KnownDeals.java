package io.pipecast.connect.reconcile;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.connect.rows.JsonLines;
import io.pipecast.connect.rows.Row;
import io.pipecast.connect.rows.RowFile;
import io.pipecast.connect.rows.RowHandler;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Deals as {@code events.jsonl} tells them, and the records that could not be used. */
public final class KnownDeals {
    private final PipelineSettings settings;
    private final Map<String, DealHistory> deals = new TreeMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final List<RefusedRow> refusedRows = new ArrayList<>();

    private KnownDeals(PipelineSettings settings) {
        this.settings = settings;
    }

    /** Reads a file of events, and the file of refused rows its import left beside it. */
    public static KnownDeals read(Path events, PipelineSettings settings) throws IOException {
        KnownDeals known = new KnownDeals(settings);
        known.readEvents(events);
        Path rejected = events.resolveSibling(events.getFileName() + ".rejected.jsonl");
        if (Files.isRegularFile(rejected)) {
            JsonLines.read(rejected, known.new RefusedRows());
        }
        return known;
    }

    private void readEvents(Path events) throws IOException {
        JsonInputDecoder decoder = new JsonInputDecoder(settings);
        try (BufferedReader reader = RowFile.open(events)) {
            long number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
                take(decoder.decode(bytes, 0, bytes.length, events.toString(), ++number), line);
            }
        }
    }

    private void take(Input input, String line) {
        if (input.kind == Input.Kind.DEAL) {
            DealEvent event = input.deal();
            DealHistory history =
                    deals.computeIfAbsent(event.opportunityId(), id -> new DealHistory());
            for (Fact fact : event.facts()) {
                history.add(fact);
            }
        } else if (input.kind == Input.Kind.REJECTED) {
            String id = opportunityId(line);
            if (id != null) {
                refused.put(id, input.rejection().detail());
            }
        }
    }

    private static String opportunityId(String line) {
        String key = "\"opportunityId\":\"";
        int from = line.indexOf(key);
        int to = from < 0 ? -1 : line.indexOf('"', from + key.length());
        return to < 0 ? null : line.substring(from + key.length(), to);
    }

    /** Deals that exist as of an instant, by id. */
    Map<String, DealState> statesAt(long at) {
        Map<String, DealState> states = new TreeMap<>();
        deals.forEach(
                (id, history) -> {
                    DealState state = state(history, at);
                    if (state != null) {
                        states.put(id, state);
                    }
                });
        return states;
    }

    private DealState state(DealHistory history, long at) {
        DealView view = history.viewAt(at, settings.stages());
        return view.exists && !view.removed
                ? DealState.of(view, settings.stages(), settings.currency())
                : null;
    }

    /** Instant of a deal's first event after another one, or Long.MAX_VALUE. */
    long nextAfter(String id, long at) {
        DealHistory history = deals.get(id);
        return history == null ? Long.MAX_VALUE : history.nextAfter(at);
    }

    /** State of a deal after all of its events, or null. */
    DealState lastState(String id) {
        DealHistory history = deals.get(id);
        return history == null ? null : state(history, Long.MAX_VALUE);
    }

    /** Why a record of a deal could not be used, or null. */
    String refusal(String id) {
        String reason = refused.get(id);
        if (reason != null) {
            return reason;
        }
        return refusedRows.stream()
                .filter(row -> row.names(id))
                .map(RefusedRow::reason)
                .findFirst()
                .orElse(null);
    }

    /** A row the import refused. */
    private record RefusedRow(String reason, String raw) {
        boolean names(String id) {
            int at = raw.indexOf(id);
            while (at >= 0) {
                int end = at + id.length();
                boolean whole =
                        (at == 0 || !Character.isLetterOrDigit(raw.charAt(at - 1)))
                                && (end == raw.length()
                                        || !Character.isLetterOrDigit(raw.charAt(end)));
                if (whole) {
                    return true;
                }
                at = raw.indexOf(id, at + 1);
            }
            return false;
        }
    }

    private final class RefusedRows implements RowHandler {
        @Override
        public void row(Row row) {
            if (row.text("reason") != null && row.text("raw") != null) {
                refusedRows.add(new RefusedRow(row.text("reason"), row.text("raw")));
            }
        }

        @Override
        public void unreadable(long line, String reason, String raw) {
            // written by an import: anything else in it explains nothing
        }
    }
}
