package io.pipecast.model.rollup;

/**
 * What moved the expectation from deals not created yet: from a midnight's to the next one's by the
 * former model in the former organization, then by the present model, then in the present
 * organization.
 *
 * @param before as published at the midnight before
 * @param aged today's, by the former model in the former organization
 * @param modelled by the present model in the former organization
 * @param after as published now
 */
public record NewBusinessBridge(
        NewBusiness before, NewBusiness aged, NewBusiness modelled, NewBusiness after) {
    /** Change of the expectation itself, corporate minor units. */
    public long expected(ScopeBook.Scope scope) {
        return aged.mean(scope) - before.mean(scope);
    }

    /** Change of what the period's course adds to it. */
    public long demand(ScopeBook.Scope scope) {
        return after.demand(scope) - before.demand(scope);
    }

    /** What another model or organization changed; 0 for all other parts. */
    public long moved(BridgePart part, ScopeBook.Scope scope) {
        return switch (part) {
            case MODEL -> modelled.mean(scope) - aged.mean(scope);
            case ORGANIZATION -> after.mean(scope) - modelled.mean(scope);
            default -> 0;
        };
    }
}
