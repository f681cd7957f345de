package io.pipecast.board.alerting;

import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.BoardSettings;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.time.LocalDate;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** Puts alerts about teams and feeds into labels and words. */
final class TeamMessageWriter {
    /** {@code alertname} of every alert about a team. */
    static final String TEAM = "PipecastTeamAlert";

    /** {@code alertname} of every alert about a feed. */
    static final String FEED = "PipecastFeedAlert";

    private final Views views;
    private final DayClock days;
    private final String boardUrl;

    TeamMessageWriter(Views views, DayClock days, String boardUrl) {
        this.views = views;
        this.days = days;
        this.boardUrl = boardUrl;
    }

    Message write(Alert alert, Way way, int severity) {
        String link = link(alert.subject());
        return new Message(labels(alert, way, severity), annotations(alert, link), link);
    }

    private String link(AlertSubject subject) {
        return subject.kind() == AlertSubject.Kind.FEED
                ? boardUrl + "/alerts"
                : boardUrl
                        + "/?tree="
                        + subject.tree().name().toLowerCase(Locale.ROOT)
                        + "&node="
                        + BoardSettings.inPath(subject.node());
    }

    private static SortedMap<String, String> labels(Alert alert, Way way, int severity) {
        AlertSubject subject = alert.subject();
        boolean feed = subject.kind() == AlertSubject.Kind.FEED;
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("alertname", feed ? FEED : TEAM);
        labels.put("rule", alert.rule().name().toLowerCase(Locale.ROOT));
        labels.put("severity", Integer.toString(severity));
        labels.put("delivery", way.label);
        if (feed) {
            labels.put("source", subject.feed());
            return labels;
        }
        String manager = alert.handling().manager();
        labels.put("tree", subject.tree().name().toLowerCase(Locale.ROOT));
        labels.put("node", subject.node());
        labels.put("manager", manager == null ? Organization.UNASSIGNED : manager);
        labels.put(
                "territory",
                subject.tree() == Tree.TERRITORY ? subject.node() : Organization.UNASSIGNED);
        return labels;
    }

    private SortedMap<String, String> annotations(Alert alert, String link) {
        String name = alert.dealName() == null ? alert.opportunityId() : alert.dealName();
        SortedMap<String, String> said = new TreeMap<>();
        said.put("summary", name + ": " + alert.rule().label);
        said.put("name", name);
        said.put("evidence", alert.evidence());
        said.put("measured", MessageWriter.measured(alert));
        String why = alert.stakes().why();
        said.put("why", why == null ? alert.rule().meaning : why);
        said.put("next_step", alert.rule().advice);
        said.put("raised", MessageWriter.day(alert.raisedAt(), days));
        said.put("board", link);
        if (alert.handling().manager() != null) {
            said.put("manager_name", views.forecasts().userName(alert.handling().manager()));
        }
        if (alert.closeDate() != Quantity.MISSING) {
            said.put("period_end", LocalDate.ofEpochDay(alert.closeDate()).toString());
        }
        if (alert.corporateAmount() != Quantity.MISSING) {
            said.put("amount", MessageWriter.money(alert.corporateAmount(), alert.currency()));
        }
        return said;
    }
}
