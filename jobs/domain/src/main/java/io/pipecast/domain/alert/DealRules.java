package io.pipecast.domain.alert;

import java.util.List;

/** Every rule there is. */
final class DealRules {
    static final List<DealRule> ALL =
            List.of(new StalledInStage(), new GoneQuiet(), new CloseDateOverdue());

    private DealRules() {}

    /** "1 business day", "18 business days". */
    static String businessDays(long count) {
        return count + (count == 1 ? " business day" : " business days");
    }
}
