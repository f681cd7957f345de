package io.pipecast.domain.deal;

/**
 * Forecast category of an open deal, strongest first; {@link #OMITTED} is out of every total and of
 * the landing.
 */
public enum ForecastCategory {
    COMMIT,
    BEST_CASE,
    PIPELINE,
    OMITTED
}
