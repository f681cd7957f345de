package io.pipecast.domain.deal;

/**
 * A configured stage of the sales process.
 *
 * @param name as the CRM spells it (after import's value map)
 * @param outcome OPEN, or the outcome that entering the stage means
 * @param probability configured chance to win ever, 0–1; what CRMs call stage probability
 * @param category forecast category of its open deals unless one was entered
 * @param stalledAfterBusinessDays hand-set limit of time in stage, or 0 for none
 */
public record Stage(
        String name,
        Outcome outcome,
        double probability,
        ForecastCategory category,
        int stalledAfterBusinessDays) {
    /** Probability in millionths. */
    public int probabilityMicros() {
        return (int) Math.rint(probability * 1_000_000);
    }
}
