package io.pipecast.domain.organization;

/** The two trees a deal rolls up in. */
public enum Tree {
    /** user → manager → … */
    REPORTING,
    /** territory → parent → … */
    TERRITORY
}
