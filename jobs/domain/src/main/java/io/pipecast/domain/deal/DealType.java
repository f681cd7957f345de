package io.pipecast.domain.deal;

/** Kind of business; a segment of the model, so that renewals never inflate new business. */
public enum DealType {
    NEW,
    EXPANSION,
    RENEWAL
}
