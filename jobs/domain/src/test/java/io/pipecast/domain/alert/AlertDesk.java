package io.pipecast.domain.alert;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealStory;
import io.pipecast.domain.settings.PipelineSettings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A book and everything it stated about the deal "d1". */
final class AlertDesk {
    /** Long after any story of the tests. */
    static final long THE_END = TestCompany.instant("2027-06-30T00:00");

    final AlertBook book;
    final List<Alert> stated = new ArrayList<>();

    AlertDesk() {
        this(new AlertBook());
    }

    AlertDesk(AlertBook book) {
        this.book = book;
    }

    static AlertContext context() {
        return context(TestCompany.settings());
    }

    static AlertContext context(PipelineSettings settings) {
        return context(settings, LearnedLimits.NONE);
    }

    static AlertContext context(PipelineSettings settings, LearnedLimits learned) {
        return new AlertContext(settings, learned, (amount, currency, day) -> amount);
    }

    /** Learned limits: the same days for every stage, and the longest age won, calendar days. */
    static LearnedLimits learned(double stallLimit, double longestWonAge) {
        return new LearnedLimits() {
            @Override
            public double stallLimit(int stage) {
                return stallLimit;
            }

            @Override
            public double longestWonAge() {
                return longestWonAge;
            }
        };
    }

    /** The default policy with a rule applied otherwise. */
    static AlertPolicy policy(AlertRule rule, UnaryOperator<RulePolicy> change) {
        return AlertPolicy.DEFAULT.with(change.apply(AlertPolicy.DEFAULT.of(rule)));
    }

    AlertDesk settle(DealStory story, String until, AlertContext context) {
        return settle(story.history(), TestCompany.instant(until), context);
    }

    AlertDesk settle(DealHistory history, long until, AlertContext context) {
        book.advance("d1", history, until, context, stated::add);
        return this;
    }

    AlertDesk correct(DealHistory history, AlertContext context) {
        book.correct("d1", history, context, stated::add);
        return this;
    }

    /** What was stated of a rule, as "RAISED 1 2026-02-02T09:00" and "RESOLVED WON 2026-…". */
    List<String> about(AlertRule rule) {
        return stated.stream().filter(a -> a.rule() == rule).map(AlertDesk::line).toList();
    }

    private static String line(Alert alert) {
        return switch (alert.status()) {
            case RAISED, UPDATED ->
                    alert.status() + " " + alert.severity() + " " + local(alert.raisedAt());
            case RESOLVED -> "RESOLVED " + alert.resolution() + " " + local(alert.resolvedAt());
        };
    }

    private static String local(long instant) {
        return Instant.ofEpochMilli(instant)
                .atZone(TestCompany.BERLIN)
                .toLocalDateTime()
                .toString();
    }
}
