package io.pipecast.simulator.deal;

import io.pipecast.domain.deal.ForecastCategory;

/**
 * The stages as the company's CRM knows them, with the probabilities its admin typed in. They are
 * wishes, not measurements: the world does not look at them.
 */
public enum SalesProcess {
    DISCOVERY("Discovery", 10, ForecastCategory.PIPELINE),
    QUALIFIED("Qualified", 20, ForecastCategory.PIPELINE),
    EVALUATION("Evaluation", 40, ForecastCategory.BEST_CASE),
    PROPOSAL("Proposal", 60, ForecastCategory.BEST_CASE),
    NEGOTIATION("Negotiation", 80, ForecastCategory.COMMIT);

    /** Name of the stage of won deals. */
    public static final String WON = "Won";

    /** Name of the stage of lost deals. */
    public static final String LOST = "Lost";

    private static final SalesProcess[] STAGES = values();

    /** Name in the CRM. */
    public final String label;

    /** Configured chance to win, percent. */
    public final int percent;

    /** Default forecast category. */
    public final ForecastCategory category;

    SalesProcess(String label, int percent, ForecastCategory category) {
        this.label = label;
        this.percent = percent;
        this.category = category;
    }

    /** The open stage of an index. */
    static SalesProcess at(int index) {
        return STAGES[index];
    }

    /** Number of open stages. */
    static int count() {
        return STAGES.length;
    }
}
