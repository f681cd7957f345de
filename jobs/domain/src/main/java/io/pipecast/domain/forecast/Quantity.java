package io.pipecast.domain.forecast;

/**
 * The one list of the numbers Pipecast publishes per scope and period: key, unit, whether
 * children's values add up to the parent's, label and definition. Schemas, API, metrics, boards and
 * docs take them from here.
 */
public enum Quantity {
    CLOSED("closed", Unit.MONEY, true, "Closed", "won amounts booked in the period"),
    WON_COUNT("won_count", Unit.COUNT, true, "Deals won", "number of deals booked in the period"),
    LOST_COUNT(
            "lost_count",
            Unit.COUNT,
            true,
            "Deals lost",
            "number of deals lost in the period, dated by their transition"),
    LOST_AMOUNT("lost_amount", Unit.MONEY, true, "Lost", "amounts of the deals lost in the period"),
    CATEGORY_COMMIT(
            "category_commit",
            Unit.MONEY,
            true,
            "Commit",
            "open deals of category commit dated in the period"),
    CATEGORY_BEST_CASE(
            "category_best_case",
            Unit.MONEY,
            true,
            "Best case",
            "open deals of category best case dated in the period"),
    CATEGORY_PIPELINE(
            "category_pipeline",
            Unit.MONEY,
            true,
            "Pipeline",
            "open deals of category pipeline dated in the period"),
    OMITTED(
            "omitted",
            Unit.MONEY,
            true,
            "Omitted",
            "open deals of category omitted dated in the period; out of every total and of the landing"),
    CUMULATIVE_COMMIT(
            "cumulative_commit", Unit.MONEY, true, "Closed + commit", "closed plus commit"),
    CUMULATIVE_BEST_CASE(
            "cumulative_best_case",
            Unit.MONEY,
            true,
            "Closed + commit + best case",
            "closed plus commit plus best case"),
    CUMULATIVE_PIPELINE(
            "cumulative_pipeline",
            Unit.MONEY,
            true,
            "Closed + open pipeline",
            "closed plus commit, best case and pipeline"),
    OPEN_AMOUNT(
            "open_amount",
            Unit.MONEY,
            true,
            "Open pipeline",
            "open deals dated in the period, without omitted and overdue"),
    OPEN_COUNT(
            "open_count",
            Unit.COUNT,
            true,
            "Open deals",
            "number of open deals dated in the period, without omitted and overdue"),
    OVERDUE_AMOUNT(
            "overdue_amount",
            Unit.MONEY,
            true,
            "Overdue",
            "open deals whose close date has passed"),
    OVERDUE_COUNT(
            "overdue_count",
            Unit.COUNT,
            true,
            "Overdue deals",
            "number of open deals whose close date has passed"),
    UNDATED_AMOUNT(
            "undated_amount", Unit.MONEY, true, "Undated", "open deals without a close date"),
    UNDATED_COUNT(
            "undated_count",
            Unit.COUNT,
            true,
            "Undated deals",
            "number of open deals without a close date"),
    UNCONVERTED_COUNT(
            "unconverted_count",
            Unit.COUNT,
            true,
            "Unconverted deals",
            "deals left out of every amount because a rate is missing"),
    UNPRICED_COUNT(
            "unpriced_count",
            Unit.COUNT,
            true,
            "Deals without amount",
            "open deals whose amount the source has not said"),
    STAGE_WEIGHTED(
            "stage_weighted",
            Unit.MONEY,
            true,
            "Stage-weighted",
            "closed plus the sum of open amounts dated in the period times the stage's configured probability"),
    MODEL_MEAN(
            "model_mean",
            Unit.MONEY,
            true,
            "Expected landing",
            "mean of the landing: closed plus expected from open deals plus expected from deals not created yet, plus or minus what the period's own course says of both"),
    MODEL_FROM_OPEN(
            "model_from_open",
            Unit.MONEY,
            true,
            "Expected from open deals",
            "sum over all open deals of amount times the chance to be won within the period"),
    MODEL_FROM_OVERDUE(
            "model_from_overdue",
            Unit.MONEY,
            true,
            "… of it overdue",
            "part of the expectation from open deals whose close date has passed"),
    MODEL_FROM_LATER(
            "model_from_later",
            Unit.MONEY,
            true,
            "… of it dated elsewhere",
            "part of the expectation from open deals dated in another period"),
    MODEL_FROM_UNDATED(
            "model_from_undated",
            Unit.MONEY,
            true,
            "… of it undated",
            "part of the expectation from open deals without a close date"),
    MODEL_FROM_NEW(
            "model_from_new",
            Unit.MONEY,
            true,
            "Expected from new deals",
            "expected from deals not created yet"),
    OMITTED_MODEL(
            "omitted_model",
            Unit.MONEY,
            true,
            "Omitted, model expects",
            "what the model would expect of omitted deals; in no total"),
    MODEL_P10("model_p10", "P10", "the landing is below this in one case of ten"),
    MODEL_P50("model_p50", "P50", "the landing is below this in half of the cases"),
    MODEL_P90("model_p90", "P90", "the landing is below this in nine cases of ten"),
    MODEL_P_REACH(
            "model_p_reach",
            Unit.RATIO,
            false,
            "Chance to reach quota",
            "chance that the landing is at least the quota"),
    QUOTA("quota", "Quota", "quota of the node in force now"),
    CHILDREN_QUOTA(
            "children_quota",
            "Sum of the children's quotas",
            "sum of the quotas of the node's children, showing over-assignment"),
    ATTAINMENT("attainment", Unit.RATIO, false, "Attainment", "closed divided by quota"),
    GAP("gap", "Gap", "quota minus closed"),
    COVERAGE_REMAINING(
            "coverage_remaining",
            Unit.RATIO,
            false,
            "Coverage of the rest",
            "open pipeline divided by quota minus closed; met once closed reaches the quota"),
    COVERAGE_TOTAL(
            "coverage_total",
            Unit.RATIO,
            false,
            "Coverage of the quota",
            "open pipeline divided by quota"),
    WIN_RATE_COUNT(
            "win_rate_count",
            Unit.RATIO,
            false,
            "Win rate by count",
            "won divided by won plus lost, closed in the period, deals with amount above 0"),
    WIN_RATE_AMOUNT(
            "win_rate_amount",
            Unit.RATIO,
            false,
            "Win rate by amount",
            "won amount divided by won plus lost amount, closed in the period"),
    CALL_COMMIT("call_commit", "Called commit", "commit as submitted by the node's owner"),
    CALL_BEST_CASE(
            "call_best_case", "Called best case", "best case as submitted by the node's owner"),
    PIPELINE_NEEDED(
            "pipeline_needed",
            "Pipeline needed",
            "open pipeline dated in the period with which the chance to reach the quota would be one half, at the rate at which the company's open pipeline is expected to be won in the time left"),
    COVERAGE_NEEDED(
            "coverage_needed",
            Unit.RATIO,
            false,
            "Coverage needed",
            "what earlier periods needed at this point: open pipeline they had then divided by what they still closed; read from the published history"),
    PACING(
            "pacing",
            Unit.RATIO,
            false,
            "Pacing",
            "closed divided by what earlier periods had closed on average with as many business days to their end; read from the published history"),
    BRIDGE_WON(
            "bridge_won",
            "Wins",
            "what wins moved the expected landing since the midnight before: the amount won, less what had been expected of the deal"),
    BRIDGE_LOST(
            "bridge_lost",
            "Losses",
            "what lost, deleted and merged deals moved the expected landing since the midnight before"),
    BRIDGE_PUSHED(
            "bridge_pushed",
            "Pushes",
            "what close dates moved later or earlier did to the expected landing since the midnight before"),
    BRIDGE_NEW(
            "bridge_new",
            "New deals",
            "what deals created, reopened or restored moved the expected landing since the midnight before"),
    BRIDGE_AMOUNT(
            "bridge_amount",
            "Amounts",
            "what changed amounts and exchange rates moved the expected landing since the midnight before"),
    BRIDGE_PROBABILITY(
            "bridge_probability",
            "Chances",
            "what stages, activities, categories and all else that happened to open deals moved the expected landing since the midnight before, close date and amount apart"),
    BRIDGE_TIME(
            "bridge_time",
            "Time passing",
            "what the passing of time alone moved the expected landing since the midnight before: the same facts, a day later; stated at every midnight, the other parts only where they moved something"),
    BRIDGE_EXPECTED_NEW(
            "bridge_expected_new",
            "Deals to come",
            "by how much the expectation from deals not created yet changed since the midnight before"),
    BRIDGE_MODEL(
            "bridge_model",
            "Model",
            "what another model in force moved the expected landing since the midnight before: the same facts, the same day"),
    BRIDGE_ORGANIZATION(
            "bridge_organization",
            "Organization",
            "what moved the expected landing since the midnight before because deals or people hang elsewhere"),
    MODEL_FROM_DEMAND(
            "model_from_demand",
            Unit.MONEY,
            true,
            "From the period's own course",
            "what open and new deals are expected to bring more, or less, because the company has won more or less in the running period than was expected of it by now"),
    BRIDGE_DEMAND(
            "bridge_demand",
            "Period's course",
            "what the wins of the running period against what was expected of it by now moved the expected landing since the midnight before");

    /** Minor units of the corporate currency, a whole number, or millionths. */
    public enum Unit {
        MONEY,
        COUNT,
        RATIO
    }

    /** Value of a quantity that is not known or does not apply: never 0. */
    public static final long MISSING = Long.MIN_VALUE;

    /** Stable name on the wire, in the API and in metrics. */
    public final String key;

    public final Unit unit;

    /** Whether the children's values sum to the parent's, to the cent. */
    public final boolean additive;

    public final String label;
    public final String definition;

    /** An amount of money of which the children's values do not sum to the parent's. */
    Quantity(String key, String label, String definition) {
        this(key, Unit.MONEY, false, label, definition);
    }

    Quantity(String key, Unit unit, boolean additive, String label, String definition) {
        this.key = key;
        this.unit = unit;
        this.additive = additive;
        this.label = label;
        this.definition = definition;
    }

    /** Whether it says what the model thinks, or tells of it. */
    public boolean isOfModel() {
        return key.startsWith("model_")
                || key.startsWith("bridge_")
                || this == OMITTED_MODEL
                || this == PIPELINE_NEEDED;
    }
}
