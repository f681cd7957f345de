package io.pipecast.app;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.connect.emission.Findings;
import io.pipecast.connect.emission.FurtherTables;
import io.pipecast.connect.importing.EventOutputs;
import io.pipecast.connect.importing.ImportReport;
import io.pipecast.connect.importing.ImportRequest;
import io.pipecast.connect.importing.Importer;
import io.pipecast.connect.importing.RejectedFile;
import io.pipecast.connect.mapping.FurtherFile;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.MappingException;
import io.pipecast.connect.mapping.MappingReader;
import io.pipecast.connect.rows.UnknownColumnException;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code pipecast import}: exports of a CRM become events, as a mapping says. */
@Command(
        name = "import",
        description = "Turns exports of a CRM into events, as a mapping says.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "jsonl|csv", description = "Format of the files.")
    private Mapping.Format format;

    @Parameters(index = "1..*", paramLabel = "IN", arity = "1..*", description = "Files to import.")
    private List<Path> inputs;

    @Option(names = "--mapping", required = true, description = "How rows become events.")
    private Path mappingFile;

    @Option(names = "--out", description = "File of events; packed when named .gz.")
    private Path out;

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Kafka brokers to publish the events to.")
    private String bootstrapServers;

    @Option(names = "--config", description = "Configuration the stages are checked against.")
    private Path configFile;

    @Option(
            names = "--file",
            paramLabel = "NAME=FILE",
            description = "Where a further file of the mapping is.")
    private Map<String, Path> files = new HashMap<>();

    @Option(
            names = "--rejected",
            description =
                    "File of refused rows; default is the name of --out with .rejected.jsonl.")
    private Path rejected;

    @Option(names = "--dry-run", description = "Writes nothing; says what the mapping leaves open.")
    private boolean dryRun;

    @Override
    public Integer call() {
        if (out == null && bootstrapServers == null && !dryRun) {
            throw new UserError("one of --out, --bootstrap-servers and --dry-run is required");
        }
        Configs.require(inputFiles());
        try {
            return run();
        } catch (MappingException | UnknownColumnException wrong) {
            throw new UserError(wrong.getMessage(), wrong);
        } catch (IOException failed) {
            throw new UserError(failed.getMessage(), failed);
        }
    }

    private Configs.InputFile[] inputFiles() {
        return Stream.concat(
                        inputs.stream().map(in -> new Configs.InputFile("IN", in)),
                        Stream.of(
                                new Configs.InputFile("--mapping", mappingFile),
                                new Configs.InputFile("--config", configFile)))
                .toArray(Configs.InputFile[]::new);
    }

    private Integer run() throws IOException {
        Mapping mapping = MappingReader.read(mappingFile);
        if (mapping.format() != format) {
            throw new UserError(
                    "%s: format must be that of the files, was %s"
                            .formatted(
                                    mappingFile, mapping.format().name().toLowerCase(Locale.ROOT)));
        }
        PipecastConfig config = configFile == null ? null : Configs.load(configFile);
        FurtherTables tables = FurtherTables.read(mapping, furtherPaths(mapping));
        StageTable stages = config == null ? null : config.pipeline().stages();
        ImportRequest request = new ImportRequest(mapping, tables, inputs, stages);
        Findings findings = dryRun ? Importer.dryRun(request) : imported(request, config);
        report(mapping, findings, config);
        return findings.usable() ? 0 : 1;
    }

    private Map<String, Path> furtherPaths(Mapping mapping) {
        Path beside = inputs.get(0).toAbsolutePath().getParent();
        Map<String, Path> paths = new HashMap<>();
        for (FurtherFile file : mapping.files().values()) {
            paths.put(file.name(), files.getOrDefault(file.name(), beside.resolve(file.path())));
        }
        for (String name : files.keySet()) {
            if (!paths.containsKey(name)) {
                throw new UserError(
                        "--file must name a file of the mapping, one of %s, was %s"
                                .formatted(paths.keySet(), name));
            }
        }
        paths.forEach((name, path) -> Configs.requireFile("--file " + name, path));
        return paths;
    }

    private Findings imported(ImportRequest request, PipecastConfig config) throws IOException {
        KafkaSettings kafka = kafka(config);
        if (kafka != null) {
            // before any file is begun: one begun for nothing is litter
            Brokers.ensureTopics(kafka);
        }
        try (RejectedFile refused = new RejectedFile(rejectedFile());
                EventOutputs outputs = EventOutputs.open(out, kafka)) {
            return Importer.run(request, outputs, refused);
        }
    }

    private KafkaSettings kafka(PipecastConfig config) {
        PipecastConfig settings = config == null ? Configs.load(null) : config;
        return bootstrapServers == null ? null : settings.kafka().at(bootstrapServers);
    }

    private Path rejectedFile() {
        if (rejected != null) {
            return rejected;
        }
        String name = out == null ? "import" : out.getFileName().toString();
        String file = name + ".rejected.jsonl";
        return out == null ? Path.of(file) : out.resolveSibling(file);
    }

    private void report(Mapping mapping, Findings findings, PipecastConfig config) {
        PrintWriter stdout = spec.commandLine().getOut();
        if (dryRun) {
            PipelineSettings configured = config == null ? null : config.pipeline();
            ImportReport.lines(mapping, findings, configured).forEach(stdout::println);
            return;
        }
        stdout.println(ImportReport.summary(findings));
        if (findings.refused() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(findings.refused() + " rows refused, see " + rejectedFile());
        }
    }
}
