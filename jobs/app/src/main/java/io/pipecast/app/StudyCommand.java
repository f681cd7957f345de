package io.pipecast.app;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import io.pipecast.app.study.Study;
import io.pipecast.app.study.StudyPlan;
import io.pipecast.simulator.WorldKind;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast study}: how good forecasts are in worlds whose truth is known. */
@Command(
        name = "study",
        description = {
            "Measures forecasts against the truth of simulated companies: coverage of P10–P90,"
                    + " error of the landing, and deal probabilities against the true odds.",
            "Each company is learned from at the start of every judged quarter, as far as was"
                    + " known then, and replayed by the production job."
        },
        mixinStandardHelpOptions = true)
final class StudyCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--world",
            split = ",",
            defaultValue = "hazard,network,regime",
            paramLabel = "WORLD",
            description = "Worlds as in simulate (default: ${DEFAULT-VALUE}).")
    private List<WorldKind> worlds;

    @Option(
            names = "--companies",
            defaultValue = "20",
            paramLabel = "N",
            description = "Companies of each world, one seed each (default: ${DEFAULT-VALUE}).")
    private int companies;

    @Option(
            names = "--first-seed",
            defaultValue = "1",
            paramLabel = "SEED",
            description =
                    "Seed of the first company (default: ${DEFAULT-VALUE}). Seeds below 1000 are"
                            + " for development; on those from 1000 on nothing may be tuned.")
    private long firstSeed;

    @Option(
            names = "--reps",
            defaultValue = "18",
            paramLabel = "N",
            description = "Reps of a company (default: ${DEFAULT-VALUE}).")
    private int reps;

    @Option(
            names = "--training",
            defaultValue = "5",
            paramLabel = "N",
            description = "Quarters before the first judged one (default: ${DEFAULT-VALUE}).")
    private int training;

    @Option(
            names = "--quarters",
            defaultValue = "4",
            paramLabel = "N",
            description = "Judged quarters of a company (default: ${DEFAULT-VALUE}).")
    private int quarters;

    @Option(
            names = "--samples",
            defaultValue = "20",
            paramLabel = "N",
            description =
                    "Lives tried per deal for its true odds, 0 to judge landings only (default:"
                            + " ${DEFAULT-VALUE}).")
    private int samples;

    @Option(
            names = "--threads",
            defaultValue = "2",
            paramLabel = "N",
            description = "Companies at a time; results do not depend on it.")
    private int threads;

    @Option(names = "--json", paramLabel = "FILE", description = "File for all numbers.")
    private Path json;

    @Option(
            names = "--rows",
            paramLabel = "DIR",
            description = "Directory for every judged forecast, as JSON lines by world.")
    private Path rows;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Map<String, Object> all = new LinkedHashMap<>();
        for (WorldKind world : worlds) {
            Study study = new Study(plan(world), threads);
            study.run();
            study.lines().forEach(out::println);
            out.println();
            out.flush();
            all.put(world.name().toLowerCase(Locale.ROOT), study.numbers());
            if (rows != null) {
                study.writeRows(rows);
            }
        }
        if (json != null) {
            write(all);
        }
        return 0;
    }

    /** Writes all numbers; what is not a finite number becomes null. */
    private void write(Map<String, Object> all) throws IOException {
        JsonSerializer<Double> finite =
                new JsonSerializer<>() {
                    @Override
                    public void serialize(Double n, JsonGenerator out, SerializerProvider by)
                            throws IOException {
                        if (Double.isFinite(n)) {
                            out.writeNumber(n);
                        } else {
                            out.writeNull();
                        }
                    }
                };
        new ObjectMapper()
                .registerModule(
                        new SimpleModule()
                                .addSerializer(Double.class, finite)
                                .addSerializer(double.class, finite))
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(json.toFile(), all);
    }

    private StudyPlan plan(WorldKind world) {
        require(companies >= 1, "--companies must be at least 1, was " + companies);
        require(reps >= 1, "--reps must be at least 1, was " + reps);
        require(training >= 1, "--training must be at least 1, was " + training);
        require(quarters >= 1, "--quarters must be at least 1, was " + quarters);
        require(samples == 0 || samples >= 2, "--samples must be 0 or at least 2, was " + samples);
        require(threads >= 1, "--threads must be at least 1, was " + threads);
        boolean apart =
                firstSeed >= StudyPlan.EVALUATION || firstSeed + companies <= StudyPlan.EVALUATION;
        require(
                apart,
                "--first-seed and --companies must stay below "
                        + StudyPlan.EVALUATION
                        + " or begin there, were "
                        + firstSeed
                        + " and "
                        + companies);
        return new StudyPlan(world, firstSeed, companies, reps, training, quarters, samples);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new UserError(rule);
        }
    }
}
