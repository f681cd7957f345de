package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;
import java.time.Instant;
import java.util.function.Consumer;

/** Puts what happens to one deal's alerts into words, numbering the statements. */
final class Statements {
    private static final String UNIT = "business days";

    private final String opportunityId;
    private DealView deal;
    private final AlertContext context;
    private final Consumer<Alert> out;
    private long version;

    /**
     * Statements about a deal.
     *
     * @param version version of the statement made last about the deal
     */
    Statements(
            String opportunityId,
            DealView deal,
            AlertContext context,
            long version,
            Consumer<Alert> out) {
        this.opportunityId = opportunityId;
        this.deal = deal;
        this.context = context;
        this.version = version;
        this.out = out;
    }

    /** The deal as of the instant statements are made about from now on. */
    void about(DealView view) {
        deal = view;
    }

    /** Version of the statement made last. */
    long version() {
        return version;
    }

    /** The alert came up, or was found in another shape, at an instant. */
    void alive(Alert.Status status, DealRule rule, OpenAlert alert, long at) {
        state(status, rule, alert, at, Long.MIN_VALUE, null);
    }

    /** The alert ended at an instant. */
    void resolved(DealRule rule, OpenAlert alert, long at, Alert.Resolution resolution) {
        state(Alert.Status.RESOLVED, rule, alert, at, at, resolution);
    }

    private void state(
            Alert.Status status,
            DealRule rule,
            OpenAlert alert,
            long at,
            long resolvedAt,
            Alert.Resolution why) {
        double days = context.settings().calendar().businessDays(alert.since(), at);
        out.accept(
                new Alert(
                        opportunityId
                                + ":"
                                + alert.rule()
                                + ":"
                                + Instant.ofEpochMilli(alert.raisedAt()),
                        opportunityId,
                        alert.rule(),
                        status,
                        ++version,
                        alert.raisedAt(),
                        resolvedAt,
                        why,
                        alert.severity(),
                        days,
                        alert.limit(),
                        UNIT,
                        alert.source(),
                        rule.evidence(alert, (long) Math.floor(days), context),
                        deal.name,
                        alert.owner(),
                        alert.stage(),
                        corporateAmount(at),
                        context.settings().currency(),
                        alert.closeDate(),
                        alert.backlog()));
    }

    /**
     * By the rate of the close date for a closed deal, of the instant for an open one; never by a
     * later rate, which was not in force yet.
     */
    private long corporateAmount(long at) {
        if (deal.amount == DealView.UNKNOWN) {
            return Long.MIN_VALUE;
        }
        int day = context.settings().calendar().days().dayOf(at);
        if (!deal.isOpen() && deal.closeDate != DealView.UNKNOWN) {
            day = (int) Math.min(day, deal.closeDate);
        }
        return context.amounts().convert(deal.amount, deal.currency, day);
    }
}
