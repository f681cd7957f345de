package io.pipecast.domain.settings;

/**
 * What the source carries. What it does not carry is shown as 'not in the source', never as 0.
 *
 * @param amounts deal amounts
 * @param closeDates entered close dates
 * @param categories forecast categories, entered or by stage
 * @param activities activities
 * @param quotas quotas
 */
public record SourceTraits(
        boolean amounts,
        boolean closeDates,
        boolean categories,
        boolean activities,
        boolean quotas) {
    /** A source that carries everything. */
    public static final SourceTraits ALL = new SourceTraits(true, true, true, true, true);
}
