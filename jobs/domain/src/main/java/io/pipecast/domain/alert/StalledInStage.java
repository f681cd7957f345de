package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/**
 * Longer in the stage than deals that went on to win. The limit set by hand for the stage comes
 * first. A visit of unknown beginning has no clock.
 */
final class StalledInStage implements ClockRule {
    @Override
    public AlertRule rule() {
        return AlertRule.STALLED_IN_STAGE;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        boolean counts = deal.stage >= 0 && deal.stageEnteredAt != DealView.UNKNOWN;
        return counts ? deal.stageEnteredAt : NEVER;
    }

    @Override
    public int limit(DealView deal, AlertContext context) {
        int ofStage = ofStage(deal, context);
        return ofStage > 0 ? ofStage : ClockRule.super.limit(deal, context);
    }

    @Override
    public String source(DealView deal, AlertContext context) {
        return ofStage(deal, context) > 0 ? HAND_SET : ClockRule.super.source(deal, context);
    }

    private static int ofStage(DealView deal, AlertContext context) {
        return context.settings().stages().get(deal.stage).stalledAfterBusinessDays();
    }

    @Override
    public String evidence(OpenAlert alert, long value, AlertContext context) {
        String measured = "in " + alert.stage() + " for " + DealRules.businessDays(value) + "; ";
        return measured
                + switch (alert.source()) {
                    case LEARNED ->
                            DealRules.share(context)
                                    + " won deals left it within "
                                    + alert.limit()
                                    + " (learned)";
                    case HAND_SET -> "the limit set for this stage is " + alert.limit();
                    default -> "the limit for any stage is " + alert.limit() + " (configured)";
                };
    }
}
