package io.pipecast.domain.alert;

/** The rules a deal alert can come from. */
public enum AlertRule {
    STALLED_IN_STAGE("stalled in stage", "longer in the stage than deals that went on to win"),
    GONE_QUIET("gone quiet", "no buyer-facing activity"),
    CLOSE_DATE_OVERDUE("close date overdue", "open though its close date has passed");

    public final String label;
    public final String meaning;

    AlertRule(String label, String meaning) {
        this.label = label;
        this.meaning = meaning;
    }
}
