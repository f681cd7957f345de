package io.pipecast.connect;

import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.Findings;
import io.pipecast.connect.emission.FurtherTables;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.importing.ImportRequest;
import io.pipecast.connect.importing.Importer;
import io.pipecast.connect.importing.RejectedFile;
import io.pipecast.connect.mapping.FurtherFile;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.MappingReader;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** An import kept in memory. */
public record Imported(Findings findings, List<ImportedEvent> events) {
    private static final Pattern PLACE =
            Pattern.compile("\"eventId\":\"[^\"]*\",|,\"orderKey\":\\d+");

    /** A shipped example. */
    static Mapping example(String name) throws IOException {
        return MappingReader.read(
                RealData.projectRoot().resolve("deploy/config/examples/" + name + "/mapping.yaml"));
    }

    /** Imports files, with further files found beside {@code further}. */
    public static Imported of(Mapping mapping, Path further, Path... inputs) throws IOException {
        return of(mapping, further, new RejectedFile(null), null, inputs);
    }

    public static Imported of(
            Mapping mapping, Path further, RejectedFile rejected, StageTable stages, Path... in)
            throws IOException {
        Map<String, Path> paths = new HashMap<>();
        for (FurtherFile file : mapping.files().values()) {
            paths.put(file.name(), further.resolve(file.path()));
        }
        Memory memory = new Memory();
        ImportRequest request =
                new ImportRequest(mapping, FurtherTables.read(mapping, paths), List.of(in), stages);
        Findings findings = Importer.run(request, memory, rejected);
        return new Imported(findings, memory.events);
    }

    /** Lines of the events, without what depends on the row's content or position. */
    List<String> statements() {
        return events.stream().map(ImportedEvent::line).map(Imported::statement).toList();
    }

    /** Hashes of the statements in ascending order: equal for equal sets of events. */
    long[] fingerprint() {
        return events.stream()
                .mapToLong(event -> DealEvent.hash(statement(event.line())))
                .sorted()
                .toArray();
    }

    static String statement(String line) {
        return PLACE.matcher(line).replaceAll("");
    }

    private static final class Memory implements EventSink {
        private final List<ImportedEvent> events = new ArrayList<>();

        @Override
        public void accept(ImportedEvent event) {
            events.add(event);
        }

        @Override
        public boolean canRestart() {
            return true;
        }

        @Override
        public void restart() {
            events.clear();
        }
    }
}
