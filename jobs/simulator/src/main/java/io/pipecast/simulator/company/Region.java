package io.pipecast.simulator.company;

import io.pipecast.simulator.chance.Dice;

/** A sales region: a territory with a CRM feed of its own. */
public enum Region {
    AMERICAS("americas", "Americas", "crm-americas"),
    EMEA("emea", "EMEA", "crm-emea"),
    DACH("dach", "DACH", "crm-dach"),
    APAC("apac", "APAC", "crm-apac");

    /** Territory id. */
    public final String id;

    /** Display name. */
    public final String label;

    /** Name of the feed its events come from. */
    public final String source;

    Region(String id, String label, String source) {
        this.id = id;
        this.label = label;
        this.source = source;
    }

    /** Currency a new deal of the region is quoted in. */
    public String currency(Dice dice) {
        double draw = dice.uniform();
        return switch (this) {
            case AMERICAS -> "USD";
            case EMEA -> draw < 0.45 ? "EUR" : draw < 0.8 ? "GBP" : "USD";
            case DACH -> draw < 0.9 ? "EUR" : "USD";
            case APAC -> draw < 0.1 ? "GBP" : "USD";
        };
    }
}
