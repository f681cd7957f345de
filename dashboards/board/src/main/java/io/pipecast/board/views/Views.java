package io.pipecast.board.views;

import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.Alert.Status;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.calendar.WorkingHours;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.settings.PipelineSettings;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * Everything the board shows, kept current from the published rows. One thread feeds it; any thread
 * reads. A row of an older version than the one known changes nothing, so repeats and replays are
 * harmless.
 */
public final class Views implements RowSink {
    private final LongSupplier wallClock;
    private final Changes changes;
    private final SalesCalendar calendar;
    private final Cuts cuts;
    private final ForecastHistory history;
    private final RecentMoves moves = new RecentMoves();
    private final Map<String, DealForecast> deals = new ConcurrentHashMap<>();
    private final JudgedAlerts judged;
    private final Map<String, Alert> alerts = new ConcurrentHashMap<>();
    private final Map<String, FeedStatus> feeds = new ConcurrentHashMap<>();
    private final ModelWatch models = new ModelWatch();
    private final CallLog calls = new CallLog();
    private final CallScores scores = new CallScores(this);
    private final OverrideBook overrides;
    private volatile long receivedAt;

    /**
     * Empty views.
     *
     * @param wallClock now, epoch milliseconds: freshness is measured with it
     */
    public Views(PipelineSettings settings, LongSupplier wallClock, Changes changes) {
        this.calendar = settings.calendar();
        this.wallClock = wallClock;
        this.changes = changes;
        this.cuts = new Cuts(settings.company(), calendar.days());
        this.history = new ForecastHistory(calendar.days());
        this.judged = new JudgedAlerts(settings, wallClock);
        this.overrides = new OverrideBook(changes);
        this.receivedAt = wallClock.getAsLong();
    }

    @Override
    public void pipeline(PipelineForecast row) {
        beat();
        if (cuts.accept(row)) {
            changes.cut(row.cut());
        }
    }

    @Override
    public void history(PipelineForecast row) {
        beat();
        history.accept(row);
    }

    @Override
    public void deal(DealForecast row) {
        beat();
        DealForecast known = deals.get(row.opportunityId());
        if (known != null && row.version() < known.version()) {
            return;
        }
        deals.put(row.opportunityId(), row);
        moves.accept(row);
        changes.deal(row.opportunityId());
    }

    @Override
    public void alert(Alert row) {
        beat();
        Alert known = alerts.get(row.alertId());
        if (known == null || row.version() >= known.version()) {
            alerts.put(row.alertId(), row);
            changes.alert(row.alertId());
        }
    }

    @Override
    public void feed(FeedStatus row) {
        beat();
        FeedStatus known = feeds.get(row.source());
        if (known == null || row.asOf() >= known.asOf()) {
            feeds.put(row.source(), row);
            changes.feed(row.source());
        }
    }

    @Override
    public void model(ModelStatus row) {
        beat();
        models.accept(row);
    }

    @Override
    public void health(ModelHealth row) {
        beat();
        models.accept(row);
    }

    @Override
    public void beat() {
        receivedAt = wallClock.getAsLong();
    }

    /** Forecasts of the newest complete cut. */
    public ForecastSnapshot forecasts() {
        return cuts.snapshot();
    }

    public ForecastHistory history() {
        return history;
    }

    public RecentMoves moves() {
        return moves;
    }

    public ModelWatch models() {
        return models;
    }

    /** Calls as submitted. */
    public CallLog calls() {
        return calls;
    }

    /** How right calls were. */
    public CallScores callScores() {
        return scores;
    }

    /** Chances set by hand. */
    public OverrideBook overrides() {
        return overrides;
    }

    /** How good the alerts of deals are, or null before any forecast. */
    public AlertVerdict judgedAlerts() {
        return judged.verdict(deals(), alerts(), clock());
    }

    /** A deal, or null when it is unknown or removed. */
    public DealForecast deal(String opportunityId) {
        DealForecast deal = deals.get(opportunityId);
        return deal == null || deal.removed() ? null : deal;
    }

    /** Every deal that is not removed, in no order. */
    public Collection<DealForecast> deals() {
        return deals.values().stream().filter(deal -> !deal.removed()).toList();
    }

    /** Number of open deals. */
    public long openDeals() {
        return deals.values().stream()
                .filter(deal -> !deal.removed() && deal.outcome() == Outcome.OPEN)
                .count();
    }

    /** An alert, or null when it is unknown. */
    public Alert alert(String alertId) {
        return alerts.get(alertId);
    }

    /** Every alert, alive or resolved, newest first. */
    public List<Alert> alerts() {
        return alerts.values().stream()
                .sorted(Comparator.comparingLong(Alert::raisedAt).reversed())
                .toList();
    }

    /** Alerts that are alive, the most severe and largest first. */
    public List<Alert> openAlerts() {
        return alerts.values().stream()
                .filter(alert -> alert.status() != Status.RESOLVED)
                .sorted(
                        Comparator.comparingInt(Alert::severity)
                                .thenComparingLong(Alert::corporateAmount)
                                .reversed())
                .toList();
    }

    /** Alerts of a deal, newest first. */
    public List<Alert> alertsOf(String opportunityId) {
        return alerts.values().stream()
                .filter(alert -> alert.opportunityId().equals(opportunityId))
                .sorted(Comparator.comparingLong(Alert::raisedAt).reversed())
                .toList();
    }

    /** Feeds by name. */
    public List<FeedStatus> feeds() {
        return feeds.values().stream().sorted(Comparator.comparing(FeedStatus::source)).toList();
    }

    /** The newest instant any row speaks of: a feed gone quiet states its own clock no more. */
    public long clock() {
        long feedClock = feeds.values().stream().mapToLong(FeedStatus::asOf).max().orElse(0);
        return Math.max(forecasts().asOf(), feedClock);
    }

    /** Local day of an instant; of the calendar's last where it lies outside. */
    public int dayOf(long instant) {
        return calendar.days().dayOf(instant);
    }

    /** First instant of a local day. */
    public long startOf(int day) {
        return calendar.days().startOf(day);
    }

    /** Local day of the clock. */
    public int today() {
        return dayOf(clock());
    }

    /** How far a feed's newest event lies behind the clock, milliseconds. */
    public long lagMillis(FeedStatus feed) {
        return Math.max(0, clock() - feed.lastEventAt());
    }

    /**
     * Working milliseconds since a feed's newest event, 0 where its time is outside the calendar.
     */
    public long workingMillisSince(FeedStatus feed, WorkingHours hours) {
        DayClock days = calendar.days();
        boolean known = days.covers(feed.lastEventAt()) && days.covers(clock());
        return known ? hours.between(calendar, feed.lastEventAt(), clock()) : 0;
    }

    /**
     * How far each forecast of a row's node was off on the same day of the last ended periods,
     * newest first.
     */
    public List<SameDay> sameDayOf(PipelineForecast row, int periods) {
        int today = calendar.days().dayOf(row.asOf());
        int left = calendar.business().between(today, row.periodEnd());
        return history.endedBy(row.tree(), row.node(), row.periodStart()).stream()
                .map(path -> SameDay.of(path, calendar.business(), left))
                .filter(found -> found != null)
                .limit(periods)
                .toList();
    }

    /** Milliseconds since the newest row or sign of life was received. */
    public long freshnessMillis() {
        return Math.max(0, wallClock.getAsLong() - receivedAt);
    }
}
