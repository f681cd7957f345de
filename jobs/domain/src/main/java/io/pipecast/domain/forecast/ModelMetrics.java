package io.pipecast.domain.forecast;

/** Names of figures in a model's document that others go by. */
public final class ModelMetrics {
    /**
     * Days from creation within which half of the amount is won that new deals bring in the end:
     * pipeline that is to help a period must be there so long before its end.
     */
    public static final String HALF_WON_WITHIN = "newBusiness.halfWonWithinDays";

    private ModelMetrics() {}
}
