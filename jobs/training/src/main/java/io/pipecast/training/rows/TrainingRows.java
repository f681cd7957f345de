package io.pipecast.training.rows;

import io.pipecast.domain.organization.Organization;
import java.util.Arrays;
import java.util.List;

/**
 * What there is to learn from, in the order of (deal, instant): packed {@link Row}s, and the lives,
 * visits and tenures they come from. One set serves fits at any earlier date, for which later ends
 * count as not yet known.
 */
public final class TrainingRows {
    private final long[] rows;
    private final int size;
    private final FeatureRows features;
    private final List<Life> lives;
    private final List<Visit> visits;
    private final List<Tenure> tenures;
    private final DealLog log;

    TrainingRows(
            long[] rows,
            int size,
            FeatureRows features,
            List<Life> lives,
            List<Visit> visits,
            List<Tenure> tenures,
            DealLog log) {
        this.rows = rows;
        this.size = size;
        this.features = features;
        this.lives = lives;
        this.visits = visits;
        this.tenures = tenures;
        this.log = log;
    }

    /** Number of rows. */
    public int size() {
        return size;
    }

    /** The i-th row, packed. */
    public long row(int i) {
        return rows[i];
    }

    /** The rows before an epoch day as they were known then: no end of that day or later. */
    public long[] before(int day) {
        return Arrays.stream(rows, 0, size)
                .filter(row -> Row.day(row) < day)
                .map(row -> Row.knownBefore(row, day))
                .toArray();
    }

    /** What the deals said of themselves at (some of) the rows. */
    public FeatureRows features() {
        return features;
    }

    /** What organization was stated in the log. */
    public Organization organization() {
        return log.organization();
    }

    /** Open lives of all deals. */
    public List<Life> lives() {
        return lives;
    }

    /** Visits to stages whose entry is known. */
    public List<Visit> visits() {
        return visits;
    }

    /** Who owned what and when. */
    public List<Tenure> tenures() {
        return tenures;
    }

    /** The log they come from. */
    public DealLog log() {
        return log;
    }

    /** Time of the first fact, epoch milliseconds. */
    public long firstTime() {
        return log.firstTime();
    }

    /** Time of the last fact, epoch milliseconds. */
    public long lastTime() {
        return log.lastTime();
    }

    /** Hash of the facts of the days before an epoch day. */
    public long fingerprintBefore(int day) {
        return log.fingerprints().before(day);
    }
}
