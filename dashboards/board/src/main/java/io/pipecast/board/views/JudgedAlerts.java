package io.pipecast.board.views;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.quality.AlertJudge;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.alert.quality.Told;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.settings.PipelineSettings;
import java.util.Collection;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How good the alerts of the last {@link #DAYS} days are of which it is known what became of their
 * deals: judged as a replay judges them, but by what the rows of deals still tell. Judged anew at
 * most every half minute.
 */
public final class JudgedAlerts {
    /** Calendar days of alerts that are judged; the last of them lies a month back. */
    public static final int DAYS = 91;

    private static final long GOOD_MILLIS = 30_000;

    private final PipelineSettings settings;
    private final LongSupplier wallClock;
    private AlertVerdict verdict;
    private long judgedAt;

    JudgedAlerts(PipelineSettings settings, LongSupplier wallClock) {
        this.settings = settings;
        this.wallClock = wallClock;
    }

    /**
     * The verdict, or null before any forecast.
     *
     * @param now the newest instant known, epoch milliseconds
     */
    synchronized AlertVerdict verdict(
            Collection<DealForecast> deals, List<Alert> alerts, long now) {
        DayClock days = settings.calendar().days();
        if (now <= 0 || !days.covers(now)) {
            return null;
        }
        long wall = wallClock.getAsLong();
        if (verdict == null || wall - judgedAt > GOOD_MILLIS) {
            long from = now - AlertJudge.BAD_MILLIS - DAYS * AlertJudge.DAY_MILLIS;
            List<Told> told =
                    alerts.stream()
                            .filter(a -> a.subject().isDeal())
                            .map(JudgedAlerts::told)
                            .toList();
            verdict =
                    new AlertJudge(
                                    DealRowDays.of(
                                            deals, settings, days.dayOf(from), days.dayOf(now)),
                                    from,
                                    now)
                            .judge(told);
            judgedAt = wall;
        }
        return verdict;
    }

    private static Told told(Alert alert) {
        AlertHandling how = alert.handling();
        boolean delivered = how.deliveredAt() != AlertHandling.NEVER;
        return new Told(
                alert.opportunityId(),
                alert.rule().name(),
                delivered ? how.deliveredAt() : alert.raisedAt(),
                alert.isAlive() ? Long.MAX_VALUE : alert.resolvedAt(),
                String.valueOf(how.manager()),
                Double.isNaN(how.rank()) ? 0 : how.rank(),
                delivered,
                how.acknowledgedAt() != AlertHandling.NEVER,
                how.notUseful());
    }
}
