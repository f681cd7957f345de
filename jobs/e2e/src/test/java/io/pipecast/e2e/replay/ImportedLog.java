package io.pipecast.e2e.replay;

import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.connect.emission.FurtherTables;
import io.pipecast.connect.importing.EventOutputs;
import io.pipecast.connect.importing.ImportRequest;
import io.pipecast.connect.importing.Importer;
import io.pipecast.connect.importing.RejectedFile;
import io.pipecast.connect.mapping.FurtherFile;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.MappingReader;
import io.pipecast.streaming.jobs.ReplayJob;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real log imported by the mapping shipped for it, and replays of it. */
final class ImportedLog {
    private static final Pattern TIME = Pattern.compile("\"occurredAt\":\"([^\"]+)\"");

    private final Path events;
    private final String config;

    private ImportedLog(Path events, String config) {
        this.events = events;
        this.config = config;
    }

    /**
     * Imports a log; skips the test where it is not there.
     *
     * @param name folder of the log, and of its example
     * @param directory where the events are written
     */
    static ImportedLog of(String name, String file, Path directory) throws IOException {
        Path input = RealData.file(name + "/" + file);
        Path example = RealData.projectRoot().resolve("deploy/config/examples/" + name);
        Mapping mapping = MappingReader.read(example.resolve("mapping.yaml"));
        PipecastConfig config = PipecastConfig.load(example.resolve("pipecast.yaml"));
        Map<String, Path> further = new HashMap<>();
        for (FurtherFile table : mapping.files().values()) {
            further.put(table.name(), input.resolveSibling(table.path()));
        }
        Path events = directory.resolve("events.jsonl");
        try (RejectedFile rejected = new RejectedFile(directory.resolve("refused.jsonl"));
                EventOutputs out = EventOutputs.open(events, null)) {
            Importer.run(
                    new ImportRequest(
                            mapping,
                            FurtherTables.read(mapping, further),
                            List.of(input),
                            config.pipeline().stages()),
                    out,
                    rejected);
        }
        return new ImportedLog(events, config.yaml());
    }

    /**
     * The log as a feed of some disorder delivers it: every event late by up to {@code disorder}
     * milliseconds, a share of them twice.
     */
    ImportedLog disordered(long seed, long disorder, double repeated, Path file)
            throws IOException {
        record Arrival(long at, String line) {}
        Random random = new Random(seed);
        List<Arrival> arrivals = new ArrayList<>();
        for (String line : Files.readAllLines(events)) {
            for (int i = random.nextDouble() < repeated ? 2 : 1; i > 0; i--) {
                arrivals.add(new Arrival(time(line) + random.nextLong(disorder), line));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        Files.write(file, arrivals.stream().map(Arrival::line).toList());
        return new ImportedLog(file, config);
    }

    /** What is not an event of a deal comes first. */
    private static long time(String line) {
        Matcher time = TIME.matcher(line);
        return time.find() ? Instant.parse(time.group(1)).toEpochMilli() : Long.MIN_VALUE;
    }

    /** Replays the log with daily snapshots into a new directory. */
    Path replay(int parallelism, Path directory) throws Exception {
        Files.createDirectories(directory);
        ReplayJob.run(events, JobPlan.replay(config, 1), Long.MAX_VALUE, parallelism, directory);
        return directory;
    }
}
