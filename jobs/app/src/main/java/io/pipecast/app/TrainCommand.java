package io.pipecast.app;

import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.training.fit.Effort;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.report.TrainingReport;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.LogFile;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code pipecast train}: learns a model from a log, by walking it as the job would. */
@Command(
        name = "train",
        description = "Learns a model from a file of events, from what was known by an instant.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(TrainCommand.class);

    @Spec private CommandSpec spec;

    @Mixin private CompanyLog history;

    @Option(
            names = "--until",
            paramLabel = "INSTANT",
            description = "Learn from the fiscal days before this instant or date; all by default.")
    private String until;

    @Option(
            names = "--effective-from",
            paramLabel = "INSTANT",
            description = "When forecasts begin to use it; by default from --until on.")
    private String effectiveFrom;

    @Option(
            names = "--effort",
            paramLabel = "EFFORT",
            defaultValue = "linear",
            converter = EffortName.class,
            description = {
                "hazards: stage and time in it, in seconds;",
                "linear: the deal's whole state, by a linear model;",
                "full: by a linear model, by trees or by both, whichever forecast the last part "
                        + "of the past best (default ${DEFAULT-VALUE})."
            })
    private Effort effort;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "The model.")
    private Path out;

    /** Efforts as options spell them. */
    private static final class EffortName implements ITypeConverter<Effort> {
        @Override
        public Effort convert(String text) {
            for (Effort effort : Effort.values()) {
                if (effort.name().toLowerCase(Locale.ROOT).equals(text)) {
                    return effort;
                }
            }
            throw new TypeConversionException("must be hazards, linear or full, was " + text);
        }
    }

    @Override
    public Integer call() {
        PipelineSettings settings = history.load().pipeline();
        DayClock days = settings.calendar().days();
        Long from =
                effectiveFrom == null
                        ? null
                        : Instants.parse("--effective-from", effectiveFrom, days);
        Long last = until == null ? null : Instants.parse("--until", until, days);
        DealLog log = last == null ? new DealLog(settings) : new DealLog(settings, last);
        read(log, settings);
        if (log.isEmpty()) {
            throw new UserError(
                    "--events must hold deals to learn from, held none: " + history.events);
        }
        TrainingRows rows =
                effort == Effort.HAZARDS
                        ? RowBuilder.withFewFeatures(log, settings)
                        : RowBuilder.build(log, settings);
        LOG.info("{} rows of open deals", rows.size());
        HazardModel model =
                fit(rows, settings, last == null ? days.midnightAfter(log.lastTime()) : last);
        write(from == null ? model : model.published(model.sequence(), from));
        PrintWriter stdout = spec.commandLine().getOut();
        TrainingReport.lines(model, settings).forEach(stdout::println);
        stdout.println("written to " + out);
        return 0;
    }

    private void read(DealLog log, PipelineSettings settings) {
        try {
            LogFile.Reading reading = LogFile.read(history.events, log, settings);
            LOG.info("{} lines read, {} of them refused", reading.lines(), reading.rejected());
        } catch (IOException e) {
            throw new UserError(
                    "--events must be a readable file of events, was " + history.events, e);
        }
    }

    private HazardModel fit(TrainingRows rows, PipelineSettings settings, long last) {
        try {
            return new HazardTrainer(settings, effort, LOG::info).fit(rows, last);
        } catch (IllegalArgumentException tooLittle) {
            throw new UserError(tooLittle.getMessage(), tooLittle);
        }
    }

    private void write(HazardModel model) {
        try {
            Files.write(out, ModelFile.write(model));
        } catch (IOException e) {
            throw new UserError("--out must be a file that can be written, was " + out, e);
        }
    }
}
