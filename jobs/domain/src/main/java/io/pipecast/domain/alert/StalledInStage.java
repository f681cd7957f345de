package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/**
 * Longer in the stage than deals that went on to win. The limit set by hand for the stage comes
 * first, then the learned one, then the configured fallback. A visit of unknown beginning has no
 * clock.
 */
final class StalledInStage implements DealRule {
    private static final String HAND_SET = "hand-set";
    private static final String LEARNED = "learned";
    private static final String CONFIGURED = "configured";

    @Override
    public AlertRule rule() {
        return AlertRule.STALLED_IN_STAGE;
    }

    @Override
    public long since(DealView deal, AlertContext context) {
        boolean counts =
                context.settings().alerts().stalledEnabled()
                        && deal.stage >= 0
                        && deal.stageEnteredAt != DealView.UNKNOWN;
        return counts ? deal.stageEnteredAt : NEVER;
    }

    @Override
    public int limit(DealView deal, AlertContext context) {
        double days =
                switch (source(deal, context)) {
                    case HAND_SET -> handSet(deal, context);
                    case LEARNED -> context.learned().stallLimit(deal.stage);
                    default -> context.settings().alerts().stalledFallbackDays();
                };
        return (int) Math.max(1, Math.ceil(days));
    }

    @Override
    public String source(DealView deal, AlertContext context) {
        if (handSet(deal, context) > 0) {
            return HAND_SET;
        }
        return Double.isNaN(context.learned().stallLimit(deal.stage)) ? CONFIGURED : LEARNED;
    }

    private static int handSet(DealView deal, AlertContext context) {
        return context.settings().stages().get(deal.stage).stalledAfterBusinessDays();
    }

    @Override
    public String evidence(OpenAlert alert, long businessDays, AlertContext context) {
        String measured =
                "in " + alert.stage() + " for " + DealRules.businessDays(businessDays) + "; ";
        return measured
                + switch (alert.source()) {
                    case LEARNED ->
                            share(context.settings().alerts().stalledQuantile())
                                    + " won deals left it within "
                                    + alert.limit()
                                    + " (learned)";
                    case HAND_SET -> "the limit set for this stage is " + alert.limit();
                    default -> "the limit for any stage is " + alert.limit() + " (configured)";
                };
    }

    private static String share(double quantile) {
        long hundredths = Math.round(quantile * 100);
        return hundredths % 10 == 0 ? hundredths / 10 + " of 10" : hundredths + " of 100";
    }
}
