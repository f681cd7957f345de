package io.pipecast.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.quality.AlertScore;
import io.pipecast.domain.alert.quality.AlertVerdict;
import java.util.Arrays;
import java.util.List;

/** How good alerts have been: {@code /api/alert-quality}. */
final class AlertQualityApi {
    /** One rule, or all; shares 0 to 1, null where nothing is counted. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Score(
            String rule,
            String label,
            int alerts,
            Double bad,
            Double base,
            Double oddsRatio,
            int caught,
            long caughtAmount,
            Double recall,
            Double recallAmount,
            Double leadDays,
            Double acknowledged,
            Double notUseful,
            double perManagerWeek) {
        static Score of(AlertScore s) {
            return new Score(
                    s.name(),
                    label(s.name()),
                    s.alerts(),
                    Answers.known(s.bad()),
                    Answers.known(s.base()),
                    finite(s.oddsRatio()),
                    s.caught(),
                    s.caughtAmount(),
                    Answers.known(s.recall()),
                    Answers.known(s.recallAmount()),
                    Answers.known(s.leadDays()),
                    Answers.known(s.acknowledged()),
                    Answers.known(s.notUseful()),
                    s.perManagerWeek());
        }

        private static Double finite(double odds) {
            return Double.isInfinite(odds) ? null : Answers.known(odds);
        }

        private static String label(String name) {
            return Arrays.stream(AlertRule.values())
                    .filter(rule -> rule.name().equals(name))
                    .map(rule -> rule.label)
                    .findFirst()
                    .orElse(name);
        }
    }

    /**
     * The verdict on alerts delivered in a window.
     *
     * @param from first instant judged, epoch milliseconds, or null before any forecast
     * @param to first instant no longer judged
     * @param badEvents losses and slips that alerts could have warned of
     * @param badAmount of them, corporate minor units
     * @param rules each rule, then all
     * @param raised all alerts, delivered or in the digest; null before any forecast
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Quality(
            Long from, Long to, int badEvents, long badAmount, List<Score> rules, Score raised) {}

    void quality(Seen views, Context context) {
        AlertVerdict verdict = views.judgedAlerts();
        context.json(
                verdict == null
                        ? new Quality(null, null, 0, 0, List.of(), null)
                        : new Quality(
                                verdict.from(),
                                verdict.to(),
                                verdict.badEvents(),
                                verdict.badAmount(),
                                verdict.rules().stream().map(Score::of).toList(),
                                Score.of(verdict.raised())));
    }
}
