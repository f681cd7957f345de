package io.pipecast.domain.alert;

import io.pipecast.domain.settings.PipelineSettings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * What is stated of a silent feed.
 *
 * @param severity 1 to 3
 * @param hours working hours of silence
 * @param limit working hours
 * @param usual longest silence of a usual day, working hours; NaN where the limit is set by hand
 * @param heardAt when it was heard last, epoch milliseconds
 * @param backlog whether another policy brought it up
 */
record FeedStatement(
        int severity, double hours, int limit, double usual, long heardAt, boolean backlog) {
    /**
     * It as an alert.
     *
     * @param before the alert as stated before, or null
     */
    static Alert of(
            String source,
            Alert before,
            long version,
            long at,
            FeedStatement found,
            PipelineSettings settings) {
        AlertSubject subject = AlertSubject.feed(source);
        AlertRule rule = AlertRule.FEED_STALE;
        String key = subject.key(rule);
        long raisedAt = before == null ? at : before.raisedAt();
        return new Alert(
                Alert.id(key, rule, raisedAt),
                key,
                rule,
                before == null ? Alert.Status.RAISED : Alert.Status.UPDATED,
                version,
                raisedAt,
                Long.MIN_VALUE,
                null,
                found.severity,
                found.hours,
                found.limit,
                rule.measure.unit,
                found.source(),
                found.evidence(source, settings),
                source,
                null,
                null,
                Long.MIN_VALUE,
                settings.currency(),
                Long.MIN_VALUE,
                before == null ? found.backlog : before.backlog(),
                at,
                found.stakes(),
                AlertHandling.NONE,
                subject);
    }

    private String source() {
        if (Double.isNaN(usual)) {
            return DealRule.HAND_SET;
        }
        return 2 * usual > limit - 1 ? DealRule.LEARNED : DealRule.CONFIGURED;
    }

    private String evidence(String source, PipelineSettings settings) {
        String since =
                Instant.ofEpochMilli(heardAt)
                        .atZone(settings.calendar().days().zone())
                        .toLocalDateTime()
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString()
                        .replace('T', ' ');
        String silent =
                String.format(
                        Locale.ROOT,
                        "nothing came from %s for %.1f working hours, since %s",
                        source,
                        hours,
                        since);
        return Double.isNaN(usual)
                ? silent + "; the limit is " + limit + " (hand-set)"
                : silent
                        + String.format(
                                Locale.ROOT,
                                "; on a usual day it is silent for %.1f at most, the limit is %d",
                                usual,
                                limit);
    }

    private AlertStakes stakes() {
        return new AlertStakes(
                null,
                null,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                "alerts about its deals are held back until it is heard again; their forecasts stand"
                        + " still");
    }
}
