package io.pipecast.training.fit;

/**
 * A form of model that may serve.
 *
 * @param isLinear whether a linear model takes part
 * @param trees whether trees take part
 * @param flat whether nothing of the deal is looked at, not even its stage
 */
record Candidate(boolean isLinear, boolean trees, boolean flat) {
    /** The base rate with the calendar. */
    static final Candidate BASE_RATE = new Candidate(false, false, true);

    /** Stage and time in it. */
    static final Candidate TABLE = new Candidate(false, false, false);

    /** The forms an effort allows, the simplest first. */
    static Candidate[] of(Effort effort) {
        Candidate linear = new Candidate(true, false, false);
        return switch (effort) {
            case HAZARDS -> new Candidate[] {BASE_RATE, TABLE};
            case LINEAR -> new Candidate[] {BASE_RATE, TABLE, linear};
            case FULL ->
                    new Candidate[] {
                        BASE_RATE,
                        TABLE,
                        linear,
                        new Candidate(false, true, false),
                        new Candidate(true, true, false)
                    };
        };
    }

    /** Whether a model of this form follows from the rows before its day alone. */
    boolean ofDay() {
        return !isLinear && !trees;
    }

    /** Share of the linear score. */
    double linearShare() {
        return !isLinear ? 0 : trees ? 0.5 : 1;
    }

    /** Share of the trees. */
    double treeShare() {
        return !trees ? 0 : isLinear ? 0.5 : 1;
    }

    /**
     * The score of a way to end.
     *
     * @param said by source × way, 0 being to win
     */
    double score(double[][] said, int way) {
        if (flat) {
            return said[Judged.BASE][way - 1];
        }
        if (!isLinear && !trees) {
            return said[Judged.TABLE][way - 1];
        }
        double score = isLinear ? linearShare() * said[Judged.LINEAR][way - 1] : 0;
        return trees ? score + treeShare() * said[Judged.TREES][way - 1] : score;
    }

    /** Name in metrics and reports. */
    String label() {
        if (flat) {
            return "base rate";
        }
        String linear = isLinear ? "linear" : "hazards";
        return !trees ? linear : isLinear ? "linear and trees" : "trees";
    }
}
