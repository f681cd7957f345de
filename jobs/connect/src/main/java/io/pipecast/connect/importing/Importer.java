package io.pipecast.connect.importing;

import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.Findings;
import io.pipecast.connect.emission.FurtherTables.Columns;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.emission.RefusedRow;
import io.pipecast.connect.emission.RowMapper;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.rows.CsvTable;
import io.pipecast.connect.rows.JsonLines;
import io.pipecast.connect.rows.Row;
import io.pipecast.connect.rows.RowHandler;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns files into events in the order of time. A log of events that is in order already streams
 * through in constant memory; rows of deals, and a log that turns out to be out of order, are
 * sorted in memory.
 */
public final class Importer {
    private static final Logger LOG = LoggerFactory.getLogger(Importer.class);

    private final ImportRequest request;
    private final EventSink output;
    private final RejectedFile rejected;

    private Importer(ImportRequest request, EventSink output, RejectedFile rejected) {
        this.request = request;
        this.output = output;
        this.rejected = rejected;
    }

    /**
     * Imports, and says what it saw.
     *
     * @throws IOException when a file cannot be read or written, or a further file cannot be used
     */
    public static Findings run(ImportRequest request, EventSink output, RejectedFile rejected)
            throws IOException {
        return new Importer(request, output, rejected).run();
    }

    /** Reads everything and writes nothing. */
    public static Findings dryRun(ImportRequest request) throws IOException {
        EventSink nothing = event -> {};
        return new Importer(request, nothing, new RejectedFile(null)).pass(next -> next);
    }

    private Findings run() throws IOException {
        if (request.mapping().rows() == Mapping.Rows.EVENTS && output.canRestart()) {
            try {
                return pass(InOrder::new);
            } catch (OutOfOrderException disorder) {
                LOG.info("sorting in memory: {}", disorder.getMessage());
                output.restart();
                rejected.restart();
            }
        }
        return pass(Sorted::new);
    }

    private Findings pass(UnaryOperator<EventSink> ordering) throws IOException {
        Mapping mapping = request.mapping();
        Findings findings = new Findings();
        RowMapper mapper = new RowMapper(mapping, request.tables(), request.stages(), findings);
        EventSink merged =
                new WithOrganization(organization(mapper), mapping.derivedUsers(), output);
        EventSink ordered = ordering.apply(merged);
        for (Path input : request.inputs()) {
            read(input, new Pass(input.getFileName().toString(), mapper, ordered, findings));
        }
        ordered.finish();
        return findings;
    }

    private static List<ImportedEvent> organization(RowMapper mapper) throws IOException {
        try {
            return mapper.organization();
        } catch (RefusedRow unusable) {
            throw new IOException(unusable.getMessage(), unusable);
        }
    }

    private void read(Path input, RowHandler handler) throws IOException {
        Mapping mapping = request.mapping();
        try {
            if (mapping.format() == Mapping.Format.JSONL) {
                JsonLines.read(input, handler);
            } else {
                CsvTable.read(input, mapping.delimiter(), Columns.ofInput(mapping), handler);
            }
        } catch (ZipException | EOFException notPacked) {
            throw new IOException(input + " must be a whole gzip file", notPacked);
        }
    }

    private final class Pass implements RowHandler {
        private final String file;
        private final RowMapper mapper;
        private final EventSink next;
        private final Findings findings;

        Pass(String file, RowMapper mapper, EventSink next, Findings findings) {
            this.file = file;
            this.mapper = mapper;
            this.next = next;
            this.findings = findings;
        }

        @Override
        public void row(Row row) throws IOException {
            try {
                for (ImportedEvent event : mapper.events(row)) {
                    next.accept(event);
                }
            } catch (RefusedRow why) {
                refuse(row.line(), why, row.raw());
            }
        }

        @Override
        public void unreadable(long line, String reason, String raw) throws IOException {
            mapper.skip();
            refuse(line, new RefusedRow(reason, null), raw);
        }

        private void refuse(long line, RefusedRow why, String raw) throws IOException {
            Findings.Refusal refusal = new Findings.Refusal(file, line, why.getMessage());
            findings.refused(refusal, why);
            rejected.add(refusal, raw);
        }
    }
}
