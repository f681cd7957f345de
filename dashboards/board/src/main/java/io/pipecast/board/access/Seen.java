package io.pipecast.board.access;

import io.pipecast.board.views.CallBias;
import io.pipecast.board.views.CallScore;
import io.pipecast.board.views.ForecastBridge;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.ModelWatch;
import io.pipecast.board.views.Move;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.PeriodPath;
import io.pipecast.board.views.SameDay;
import io.pipecast.board.views.Views;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.calendar.WorkingHours;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.forecast.PipelineForecast;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * The views as one viewer sees them: the one place that decides. Answers, live stream and metrics
 * are made of this and of nothing else, so what is not seen here is not there: neither in a number
 * nor under a name, and asking for it is answered like asking for what does not exist.
 */
public final class Seen {
    private final Views views;
    private final Viewer viewer;
    private final Sight.Field field;

    Seen(Views views, Viewer viewer, Sight.Field field) {
        this.views = views;
        this.viewer = viewer;
        this.field = field;
    }

    /** Who looks. */
    public Viewer viewer() {
        return viewer;
    }

    /** Whether what the model thinks is seen. */
    public boolean tellsChances() {
        return field.chances();
    }

    /** Whether everybody who is seen goes by the own name. */
    public boolean namesReps() {
        return field.owners() != null || field.naming().isPlain();
    }

    /** Forecasts of the newest complete cut: the nodes that are seen. */
    public ForecastSnapshot forecasts() {
        return field.seen();
    }

    /** A deal, or null when it is unknown, removed or not seen. */
    public DealForecast deal(String opportunityId) {
        DealForecast deal = views.deal(opportunityId);
        return deal == null || !sees(deal.owner()) ? null : shown(deal);
    }

    /** Every deal that is seen, in no order. */
    public Collection<DealForecast> deals() {
        return views.deals().stream().filter(d -> sees(d.owner())).map(this::shown).toList();
    }

    /** Number of open deals that are seen. */
    public long openDeals() {
        return views.deals().stream()
                .filter(deal -> sees(deal.owner()) && deal.outcome() == Outcome.OPEN)
                .count();
    }

    /** An alert, or null when it is unknown or not seen. */
    public Alert alert(String alertId) {
        Alert alert = views.alert(alertId);
        return alert == null || !sees(alert) ? null : shown(alert);
    }

    /** Every alert that is seen, alive or resolved, newest first. */
    public List<Alert> alerts() {
        return shown(views.alerts());
    }

    /** Alerts that are alive and seen, the most severe and largest first. */
    public List<Alert> openAlerts() {
        return shown(views.openAlerts());
    }

    /** Alerts of a deal that are seen, newest first. */
    public List<Alert> alertsOf(String opportunityId) {
        return shown(views.alertsOf(opportunityId));
    }

    /** The wanted moves of deals that are seen, newest first. */
    public List<Move> moves(Predicate<Move> wanted, int limit) {
        return views.moves().newest(m -> sees(m) && wanted.test(shown(m)), limit).stream()
                .map(this::shown)
                .toList();
    }

    /** The path of a node that is seen through a period, or null where nothing was published. */
    public PeriodPath path(Node node, String period) {
        PeriodPath path = views.history().path(node.tree(), behind(node.id()), period);
        return path == null || field.chances() ? path : path.withoutModel();
    }

    /** The paths of a node that is seen through the periods that ended by a day, newest first. */
    public List<PeriodPath> endedBy(Node node, int day) {
        return views.history().endedBy(node.tree(), behind(node.id()), day);
    }

    /** What moved the expected landing of a node that is seen; see the views' history. */
    public ForecastBridge bridge(Node node, String period, long since, long until) {
        return field.chances()
                ? views.history().bridge(node.tree(), behind(node.id()), period, since, until)
                : null;
    }

    /** How far each forecast of a row's node was off on the same day of the last ended periods. */
    public List<SameDay> sameDayOf(PipelineForecast row, int periods) {
        PipelineForecast real =
                row.shown(behind(row.node()), row.nodeName(), row.parent(), row.values());
        List<SameDay> days = views.sameDayOf(real, periods);
        return field.chances() ? days : days.stream().map(SameDay::withoutModel).toList();
    }

    /** Calls for a node that is seen and a period, the first first. */
    public List<Call> calls(Node node, String period) {
        return views.calls().of(node.tree(), behind(node.id()), period);
    }

    /** The bias of a node that is seen, or null. */
    public CallBias bias(Node node) {
        return views.callScores().bias(behind(node.id()));
    }

    /** How right the calls for a node that is seen were, the newest period first. */
    public List<CallScore> callScores(Node node) {
        return views.callScores().of(behind(node.id()));
    }

    /** Chances set by hand. */
    public SeenOverrides overrides() {
        return new SeenOverrides(this, views, viewer, field);
    }

    /** Who submitted a call, as far as the viewer knows them. */
    public String nameOf(Call call) {
        return field.nameOf(call.actor(), viewer);
    }

    /** Id of a node that is seen, as events have it. */
    public String idOf(Node node) {
        return behind(node.id());
    }

    /** The newest instant any row speaks of, epoch milliseconds. */
    public long now() {
        return views.clock();
    }

    /** Local day of an instant. */
    public int dayOf(long instant) {
        return views.dayOf(instant);
    }

    /** Published models: for those who see the whole company. */
    public ModelWatch models() {
        return views.models();
    }

    /** How good the alerts of deals are, or null: for those who see the whole company. */
    public AlertVerdict judgedAlerts() {
        return views.judgedAlerts();
    }

    /** Feeds by name. */
    public List<FeedStatus> feeds() {
        return views.feeds();
    }

    /** How far a feed's newest event lies behind the clock, milliseconds. */
    public long lagMillis(FeedStatus feed) {
        return views.lagMillis(feed);
    }

    /** Working milliseconds since a feed's newest event. */
    public long workingMillisSince(FeedStatus feed, WorkingHours hours) {
        return views.workingMillisSince(feed, hours);
    }

    /** Milliseconds since the newest row or sign of life was received. */
    public long freshnessMillis() {
        return views.freshnessMillis();
    }

    /** Version of the model in force, or null: what it says is another matter. */
    public String modelVersion() {
        PipelineForecast current = field.current();
        return current == null ? null : current.modelVersion();
    }

    private boolean sees(String owner) {
        return field.owners() == null || (owner != null && field.owners().contains(owner));
    }

    /**
     * A deal's owner counts as it is now, whoever it was when the alert was stated; a team is seen
     * where its forecast is.
     */
    private boolean sees(Alert alert) {
        AlertSubject subject = alert.subject();
        if (subject.kind() == AlertSubject.Kind.FEED) {
            return true;
        }
        if (subject.kind() == AlertSubject.Kind.TEAM) {
            return field.chances() && field.seen().node(subject.tree(), subject.node()) != null;
        }
        DealForecast deal = views.deal(alert.opportunityId());
        return sees(deal == null ? alert.owner() : deal.owner())
                && (field.chances() || !alert.rule().isOfModel());
    }

    private boolean sees(Move move) {
        DealForecast deal = views.deal(move.opportunityId());
        return sees(deal == null ? move.owner() : deal.owner());
    }

    private String behind(String node) {
        return field.behind().getOrDefault(node, node);
    }

    private boolean isClear() {
        return field.naming().isPlain() && field.chances();
    }

    private DealForecast shown(DealForecast deal) {
        if (isClear()) {
            return deal;
        }
        List<Change> changes =
                deal.changes().stream()
                        .map(c -> new Change(c.at(), c.field(), value(c.field(), c.value())))
                        .toList();
        return deal.shown(field.naming().id(deal.owner()), changes, field.chances());
    }

    private String value(String name, String value) {
        return name.equals(DealField.OWNER.name()) ? field.naming().id(value) : value;
    }

    private List<Alert> shown(List<Alert> alerts) {
        return alerts.stream().filter(this::sees).map(this::shown).toList();
    }

    private Alert shown(Alert alert) {
        if (isClear()) {
            return alert;
        }
        AlertStakes stakes = field.chances() ? alert.stakes() : alert.stakes().withoutChances();
        AlertHandling how = alert.handling();
        return alert.shown(
                field.naming().id(alert.owner()),
                stakes,
                how.shown(
                        field.naming().id(how.manager()),
                        field.chances() ? how.further() : List.of()));
    }

    private Move shown(Move move) {
        return new Move(
                move.at(),
                move.opportunityId(),
                move.dealName(),
                field.naming().id(move.owner()),
                move.territory(),
                move.field(),
                value(move.field(), move.from()),
                value(move.field(), move.to()),
                move.currency());
    }
}
