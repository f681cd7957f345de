package io.pipecast.simulator.file;

import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.Odds;
import io.pipecast.simulator.truth.Witness;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/**
 * Writes down what a witness is told: one line per deal, and the odds of the open deals every few
 * weeks.
 */
public final class TruthFiles implements Witness, Closeable {
    /** Lives tried per deal for its odds. */
    private static final int SAMPLES = 200;

    private static final int DAYS_BETWEEN_ODDS = 28;

    private final EventFile truths;
    private final EventFile odds;
    private final int endDay;
    private boolean over;

    /**
     * Files of the truth.
     *
     * @param truth file of the deals, or null for none
     * @param odds file of the odds, or null for none
     * @param endDay epoch day after the log's last one
     */
    public TruthFiles(Path truth, Path odds, int endDay) throws IOException {
        this.endDay = endDay;
        this.truths = truth == null ? null : new EventFile(truth);
        this.odds = odds == null ? null : new EventFile(odds);
    }

    @Override
    public void ended(DealTruth deal) {
        if (!over) {
            write(truths, deal.line());
        }
    }

    /** At the end of the log the deals still open are written too. */
    @Override
    public void morning(int day, OpenDeals deals) {
        if (day == endDay) {
            over = true;
            deals.truths().forEach(deal -> write(truths, deal.line()));
        }
        if (odds != null && day <= endDay && (endDay - day) % DAYS_BETWEEN_ODDS == 0) {
            for (Odds line : deals.odds(SAMPLES)) {
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
                odds) {
            // closes both, the second though the first fails
        }
    }
}
