package io.pipecast.domain.deal;

/**
 * What happened to the existence of a deal; the ordinal is the number of a {@link
 * DealField#LIFECYCLE} fact.
 */
public enum Lifecycle {
    /** The deal came into being at this instant. */
    CREATED,
    /** The deal was found in this shape by a first import: when it entered its stage is unknown. */
    SNAPSHOT,
    /** The deal was removed in the CRM. */
    DELETED,
    /** A removed deal came back. */
    UNDELETED,
    /** The deal was merged into another one (the fact's text). */
    MERGED;

    private static final Lifecycle[] BY_CODE = values();

    /** The lifecycle step of a fact's number. */
    public static Lifecycle ofCode(long code) {
        return BY_CODE[(int) code];
    }
}
