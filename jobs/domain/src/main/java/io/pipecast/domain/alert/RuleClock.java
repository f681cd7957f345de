package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Outcome;

/** When the rules reach which severity for a deal: pure functions. */
final class RuleClock {
    private RuleClock() {}

    /**
     * How far past its limit a rule is at an instant: 0 while it does not hold, else 1 to 3. What a
     * {@link ChanceRule} said stays said until the next midnight, unless the deal ends.
     */
    static int severity(
            DealRule rule, OpenAlert open, DealView deal, long at, AlertContext context) {
        if (rule instanceof ChanceRule) {
            boolean stays = open != null && deal.isOpen() && context.applies(rule.rule(), deal);
            return stays ? open.severity() : 0;
        }
        long raisedAt = open == null ? at : open.raisedAt();
        int severity = 0;
        while (severity < DealRule.MAX_SEVERITY
                && rule.deadline(deal, context, severity + 1) <= at) {
            severity++;
        }
        return speaks(rule, raisedAt, deal, context) ? severity : 0;
    }

    /** When a rule reaches its next severity, always after {@code at}. */
    static long next(
            DealRule rule,
            OpenAlert open,
            int severity,
            DealView deal,
            long at,
            AlertContext context) {
        if (severity == DealRule.MAX_SEVERITY) {
            return Long.MAX_VALUE;
        }
        long next = rule.deadline(deal, context, severity + 1);
        // for a zombie the deadline may lie behind: it is never kept
        boolean silent = open == null && !speaks(rule, Math.max(at, next), deal, context);
        return silent ? Long.MAX_VALUE : next;
    }

    /** Of a zombie nothing new is raised but that it is one. */
    static boolean speaks(DealRule rule, long raisedAt, DealView deal, AlertContext context) {
        return rule.rule() == AlertRule.OLDER_THAN_ANY_WIN || raisedAt < context.zombieAt(deal);
    }

    /** Why an alert ends that its deal does not support any more. */
    static Alert.Resolution resolution(DealView deal, Alert.Resolution lapse) {
        if (deal.removed) {
            return Alert.Resolution.REMOVED;
        }
        if (deal.outcome == Outcome.OPEN) {
            return lapse;
        }
        return deal.outcome == Outcome.WON ? Alert.Resolution.WON : Alert.Resolution.LOST;
    }
}
