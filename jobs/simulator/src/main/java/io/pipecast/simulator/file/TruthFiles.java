package io.pipecast.simulator.file;

import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.LandingTruth;
import io.pipecast.simulator.truth.Odds;
import io.pipecast.simulator.truth.Witness;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes down what a witness is told: one line per deal, per landing of a node, and the odds of the
 * open deals every so many days.
 */
public final class TruthFiles implements Witness, Closeable {
    private final EventFile truths;
    private final EventFile odds;
    private final EventFile landings;
    private final int samples;
    private final int daysBetweenOdds;
    private final int endDay;
    private boolean over;

    /**
     * Which files.
     *
     * @param truth file of the deals, or null for none
     * @param odds file of the odds, or null for none
     * @param landings file of the landings, or null for none
     * @param samples lives tried per deal for its odds
     * @param daysBetweenOdds 1 for odds at each midnight
     */
    public record Wanted(Path truth, Path odds, Path landings, int samples, int daysBetweenOdds) {}

    /**
     * Files of the truth.
     *
     * @param endDay epoch day after the log's last one
     */
    public TruthFiles(Wanted wanted, int endDay) throws IOException {
        this.endDay = endDay;
        this.samples = wanted.samples;
        this.daysBetweenOdds = wanted.daysBetweenOdds;
        this.truths = open(wanted.truth);
        this.odds = open(wanted.odds);
        this.landings = open(wanted.landings);
    }

    private static EventFile open(Path file) throws IOException {
        return file == null ? null : new EventFile(file);
    }

    @Override
    public void ended(DealTruth deal) {
        if (!over) {
            write(truths, deal.line());
        }
    }

    @Override
    public void landed(List<LandingTruth> ended) {
        ended.forEach(landing -> write(landings, landing.line()));
    }

    /** At the end of the log the deals still open are written too. */
    @Override
    public void morning(int day, OpenDeals deals) {
        if (day == endDay) {
            over = true;
            deals.truths().forEach(deal -> write(truths, deal.line()));
        }
        if (odds != null && day <= endDay && (endDay - day) % daysBetweenOdds == 0) {
            for (Odds line : deals.odds(samples)) {
                write(odds, line.line());
            }
        }
    }

    private static void write(EventFile file, String line) {
        if (file != null) {
            try {
                file.write(line);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        try (truths;
                odds;
                landings) {
            // closes all, the others though one fails
        }
    }
}
