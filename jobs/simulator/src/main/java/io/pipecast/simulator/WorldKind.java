package io.pipecast.simulator;

/** What decides the fate of deals. People, CRM habits and records are alike in all worlds. */
public enum WorldKind {
    /**
     * Hidden interest and momentum: a buyer warms up and cools, a good rep is luckier. The demo's.
     */
    COMPANY,
    /** Competing hazards of stage and time in stage with a calendar effect, and nothing hidden. */
    HAZARD,
    /**
     * Contacts who persuade each other and leave, budgets by industry, a demand that moves all
     * deals of a quarter. No hazards.
     */
    NETWORK,
    /**
     * {@link #HAZARD}, until on one day wins become rarer, cycles longer and losses more frequent.
     */
    REGIME
}
