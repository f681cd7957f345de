package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;
import java.util.function.Consumer;

/** Puts what happens to one deal's alerts into words, numbering the statements. */
final class Statements {
    private static final long DAY_MILLIS = 86_400_000L;

    private final String opportunityId;
    private final AlertSubject subject;
    private DealView deal;
    private final AlertContext context;
    private final Consumer<Alert> out;
    private final long firstSeen;
    private long version;
    private double risk = Double.NaN;

    /**
     * Statements about a deal.
     *
     * @param feed that told of the deal first, or null
     * @param version version of the statement made last about the deal
     * @param firstSeen instant of the deal's first fact
     */
    Statements(
            String opportunityId,
            String feed,
            DealView deal,
            AlertContext context,
            long version,
            long firstSeen,
            Consumer<Alert> out) {
        this.opportunityId = opportunityId;
        this.subject = AlertSubject.deal(feed);
        this.deal = deal;
        this.context = context;
        this.version = version;
        this.firstSeen = firstSeen;
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

    /** The risk told last, or NaN when none was. */
    double risk() {
        return risk;
    }

    /**
     * Whether an instant belongs to the first look at a deal that was there before: what is found
     * then is a backlog.
     */
    boolean isFirstLook(long at) {
        return deal.createdAt == DealView.UNKNOWN && at - firstSeen < DAY_MILLIS;
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
        double value = rule.value(alert, at, context);
        long amount = corporateAmount(at);
        out.accept(
                new Alert(
                        Alert.id(opportunityId, alert.rule(), alert.raisedAt()),
                        opportunityId,
                        alert.rule(),
                        status,
                        ++version,
                        alert.raisedAt(),
                        resolvedAt,
                        why,
                        alert.severity(),
                        value,
                        alert.limit(),
                        alert.rule().measure.unit,
                        alert.source(),
                        rule.evidence(alert, (long) Math.floor(value), context),
                        deal.name,
                        alert.owner(),
                        alert.stage(),
                        amount,
                        context.settings().currency(),
                        alert.closeDate(),
                        alert.backlog(),
                        at,
                        why == null ? stakes(amount, at) : AlertStakes.NONE,
                        AlertHandling.NONE,
                        subject));
    }

    private AlertStakes stakes(long amount, long at) {
        double chance = context.outlook().chance(deal, at);
        risk = context.outlook().risk(deal, at);
        Importance importance = Importance.of(deal, amount, chance, at, context);
        return new AlertStakes(
                context.territories().of(deal, at),
                deal.nextStep,
                chance,
                risk,
                importance.value(),
                importance.why(risk));
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
