package io.pipecast.domain.alert;

import java.util.List;

/** Every rule there is, in the order of {@link AlertRule}. */
final class DealRules {
    static final List<DealRule> ALL =
            List.of(
                    new CloseDateOverdue(),
                    new WillSlip(),
                    new GoneQuiet(),
                    new StalledInStage(),
                    new ProbabilityFell(),
                    new PushedRepeatedly(),
                    new OlderThanAnyWin());

    private DealRules() {}

    /** "1 business day", "18 business days". */
    static String businessDays(long count) {
        return count + (count == 1 ? " business day" : " business days");
    }

    /** "9 of 10": the learned quantile in words. */
    static String share(AlertContext context) {
        long hundredths = Math.round(context.settings().alerts().quantile() * 100);
        return hundredths % 10 == 0 ? hundredths / 10 + " of 10" : hundredths + " of 100";
    }
}
