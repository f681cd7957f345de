package io.pipecast.board.alerting;

import io.pipecast.domain.alert.Alert;

/** What a manager does about an alert first. */
final class NextStep {
    private NextStep() {}

    /** One sentence in the imperative, with the name of the owner. */
    static String of(Alert alert, String owner) {
        return switch (alert.rule()) {
            case STALLED_IN_STAGE ->
                    "Ask "
                            + owner
                            + " what the buyer must decide to leave "
                            + alert.stage()
                            + "; if nothing is planned, take the deal out of the commit.";
            case GONE_QUIET ->
                    "Have "
                            + owner
                            + " book a meeting with the buyer this week, or close the deal as lost.";
            case CLOSE_DATE_OVERDUE ->
                    "Ask "
                            + owner
                            + " for the close date the buyer has agreed to, or close the deal.";
            default -> alert.rule().advice;
        };
    }
}
