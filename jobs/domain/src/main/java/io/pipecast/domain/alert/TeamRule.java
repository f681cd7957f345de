package io.pipecast.domain.alert;

/**
 * A rule by which a team, a territory or the company asks for attention, looked at on settled
 * midnights. A new rule is one class, its constant in {@link AlertRule} and its line in {@link
 * TeamRules}; the configuration has it then.
 */
interface TeamRule {
    /** Measured where a rule has nothing to say. */
    int NOTHING = -1;

    AlertRule rule();

    /** What is measured, in the rule's measure, or {@link #NOTHING}. */
    int measure(TeamSight sight);

    /** What is missing or lost, corporate minor units: asked only where something is measured. */
    long amount(TeamSight sight);

    /**
     * How far past the limit: 0 to 3. An alert that is alive ends only well below the limit, so
     * that it does not come and go.
     */
    int severity(int measured, int limit, boolean alive);

    /** One sentence a manager understands, without the limit: asked as {@link #amount} is. */
    String evidence(TeamSight sight, int measured);
}
