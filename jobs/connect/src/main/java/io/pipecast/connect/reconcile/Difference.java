package io.pipecast.connect.reconcile;

/**
 * A deal on which CRM and Pipecast differ.
 *
 * @param opportunityId the deal
 * @param kind in what
 * @param detail both sides' values
 * @param explanation what is known of the cause, or null
 */
public record Difference(String opportunityId, Kind kind, String detail, String explanation) {
    /** In what two sides can differ, in the order in which it is told. */
    public enum Kind {
        MISSING_IN_CRM("missing in the CRM"),
        MISSING_IN_PIPECAST("missing in Pipecast"),
        STAGE("stage differs"),
        AMOUNT("amount differs"),
        CLOSE_DATE("close date differs"),
        OWNER("owner differs");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** As a report says it. */
        public String words() {
            return words;
        }
    }

    /** As a line of text. */
    public String line() {
        return "%s: %s%s%s"
                .formatted(
                        opportunityId,
                        kind.words(),
                        detail.isEmpty() ? "" : ", " + detail,
                        explanation == null ? "" : " (" + explanation + ")");
    }
}
