package io.pipecast.app;

import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.WorldKind;
import io.pipecast.simulator.file.EventFile;
import io.pipecast.simulator.file.TruthFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast simulate}: the log of a simulated company whose truth is known. */
@Command(
        name = "simulate",
        description = "Writes the log of a simulated company; same seed, same bytes.",
        mixinStandardHelpOptions = true)
final class SimulateCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--out",
            required = true,
            description = "File of events; packed when named .gz.")
    private Path out;

    @Option(
            names = "--seed",
            defaultValue = "" + SimulationPlan.DEMO_SEED,
            description = "Decides everything left to chance (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--reps",
            defaultValue = "42",
            description = "Number of reps (default: ${DEFAULT-VALUE}).")
    private int reps;

    @Option(
            names = "--days",
            defaultValue = "500",
            description = "Calendar days of the log (default: ${DEFAULT-VALUE}).")
    private int days;

    @Option(
            names = "--start",
            defaultValue = "2025-04-01",
            description = "First day of the log (default: ${DEFAULT-VALUE}).")
    private LocalDate start;

    @Option(
            names = "--company",
            defaultValue = SimulationPlan.COMPANY,
            description = "Name of the company (default: ${DEFAULT-VALUE}).")
    private String company;

    @Option(
            names = "--mess",
            description = "Repeated, late, unreadable records and a clock that is wrong.")
    private boolean mess;

    @Option(
            names = "--world",
            defaultValue = "company",
            paramLabel = "WORLD",
            description =
                    "What decides the fate of deals: company (hidden interest; the demo's),"
                            + " hazard (stage and time in stage), network (contacts, budgets and"
                            + " a common demand), regime (hazard, until its laws change on a"
                            + " day). Default: ${DEFAULT-VALUE}.")
    private WorldKind world;

    @Option(
            names = "--change-on",
            paramLabel = "DATE",
            description =
                    "Day of the change in the world regime (default: the middle of the last"
                            + " whole quarter of the log).")
    private LocalDate changeOn;

    @Option(names = "--truth", description = "File of what was really the matter with every deal.")
    private Path truth;

    @Option(names = "--odds", description = "File of the open deals' true odds; takes a while.")
    private Path odds;

    @Option(
            names = "--odds-every",
            defaultValue = "28",
            paramLabel = "DAYS",
            description = "Days between the midnights of --odds (default: ${DEFAULT-VALUE}).")
    private int oddsEvery;

    @Option(
            names = "--odds-samples",
            defaultValue = "200",
            paramLabel = "N",
            description =
                    "Lives tried per deal for --odds: a chance p errs by √(p(1−p)/N)"
                            + " (default: ${DEFAULT-VALUE}).")
    private int oddsSamples;

    @Option(
            names = "--landings",
            paramLabel = "FILE",
            description = "File of what every node booked in each whole quarter of the log.")
    private Path landings;

    @Option(
            names = "--config-out",
            description = "Configuration that fits the log; default is --out with .pipecast.yaml.")
    private Path configOut;

    @Override
    public Integer call() {
        SimulationPlan plan = plan();
        if (oddsEvery < 1 || oddsSamples < 1) {
            throw new UserError(
                    "--odds-every and --odds-samples must be at least 1, were %d and %d"
                            .formatted(oddsEvery, oddsSamples));
        }
        try {
            long written = write(plan);
            spec.commandLine()
                    .getOut()
                    .printf("%d events in %s, configuration in %s%n", written, out, configFile());
            return 0;
        } catch (IOException failed) {
            throw new UserError("cannot write " + failed.getMessage(), failed);
        } catch (UncheckedIOException failed) {
            throw new UserError("cannot write " + failed.getCause().getMessage(), failed);
        }
    }

    private SimulationPlan plan() {
        try {
            return new SimulationPlan(
                    company, seed, reps, start, days, mess, false, world, changeOn);
        } catch (IllegalArgumentException wrong) {
            throw new UserError(wrong.getMessage(), wrong);
        }
    }

    private Path configFile() {
        return configOut != null
                ? configOut
                : out.resolveSibling(out.getFileName() + ".pipecast.yaml");
    }

    private long write(SimulationPlan plan) throws IOException {
        int endDay = (int) plan.today().toEpochDay();
        TruthFiles.Wanted wanted =
                new TruthFiles.Wanted(truth, odds, landings, oddsSamples, oddsEvery);
        try (EventFile events = new EventFile(out);
                TruthFiles truths = new TruthFiles(wanted, endDay)) {
            Simulation simulation = Simulation.of(plan, truths);
            while (simulation.peek().at() < plan.end()) {
                events.write(simulation.next());
            }
            Files.writeString(configFile(), simulation.config());
            return events.written();
        }
    }
}
