package io.pipecast.codec.settings;

/** What of the company a user of the board may see and do. */
public enum BoardRole {
    /** Sees everything. */
    LEADER(false),
    /** Sees the branch of the organization below, as it is now. */
    MANAGER(true),
    /** Sees the own deals and no others. */
    REP(true),
    /** Sees everything, like a leader; looks after models, rules and configuration. */
    REVOPS(false),
    /** Reads the metrics page and nothing else: for Prometheus. */
    METRICS(false);

    /** Whether such a user must have a place in the organization. */
    public final boolean placed;

    BoardRole(boolean placed) {
        this.placed = placed;
    }

    /** Whether such a user sees the whole company. */
    public boolean seesAll() {
        return this == LEADER || this == REVOPS;
    }
}
