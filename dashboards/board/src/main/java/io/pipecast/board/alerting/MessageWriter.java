package io.pipecast.board.alerting;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.settings.BoardSettings;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Puts alerts into labels and words. Labels hold only what changes rarely: rule, severity, manager,
 * territory, deal and way of delivery; every measured value is an annotation.
 */
final class MessageWriter {
    /** {@code alertname} of every deal alert. */
    static final String NAME = "PipecastDealAlert";

    private final Views views;
    private final DayClock days;
    private final String boardUrl;
    private final String crmUrl;
    private final TeamMessageWriter others;

    /**
     * A writer.
     *
     * @param boardUrl address of the board, without a slash at its end
     * @param crmUrl link to a deal in the CRM with {@code {opportunityId}} in it, or empty
     */
    MessageWriter(Views views, DayClock days, String boardUrl, String crmUrl) {
        this.views = views;
        this.days = days;
        this.boardUrl = boardUrl;
        this.crmUrl = crmUrl;
        this.others = new TeamMessageWriter(views, days, boardUrl);
    }

    /** Whether it is known whose deal an alert is about: its rows may come after the alert's. */
    boolean knowsWhose(Alert alert) {
        if (!alert.subject().isDeal()) {
            return true;
        }
        return views.deal(alert.opportunityId()) != null
                && (alert.owner() == null || owner(alert) != null);
    }

    private Node owner(Alert alert) {
        return views.forecasts().node(Tree.REPORTING, alert.owner());
    }

    /**
     * What is said of an alert.
     *
     * @param severity 1 to 3
     */
    Message write(Alert alert, Way way, int severity) {
        if (!alert.subject().isDeal()) {
            return others.write(alert, way, severity);
        }
        String id = BoardSettings.inPath(alert.opportunityId());
        String link = boardUrl + "/deals/" + id;
        return new Message(labels(alert, way, severity), annotations(alert, id, link), link);
    }

    private SortedMap<String, String> labels(Alert alert, Way way, int severity) {
        SortedMap<String, String> labels = new TreeMap<>();
        labels.put("alertname", NAME);
        labels.put("rule", alert.rule().name().toLowerCase(Locale.ROOT));
        labels.put("severity", Integer.toString(severity));
        labels.put("opportunity", alert.opportunityId());
        labels.put("manager", manager(alert));
        labels.put("territory", territory(alert));
        labels.put("delivery", way.label);
        source(alert).ifPresent(source -> labels.put("source", source));
        return labels;
    }

    /** The feed a deal comes from, or where that is not known the only one there is. */
    private Optional<String> source(Alert alert) {
        if (alert.subject().feed() != null) {
            return Optional.of(alert.subject().feed());
        }
        List<FeedStatus> feeds = views.feeds();
        return feeds.size() == 1 ? Optional.of(feeds.get(0).source()) : Optional.empty();
    }

    private String manager(Alert alert) {
        if (alert.handling().manager() != null) {
            return alert.handling().manager();
        }
        Node owner = alert.owner() == null ? null : owner(alert);
        return owner == null || owner.parent() == null ? Organization.UNASSIGNED : owner.parent();
    }

    private String territory(Alert alert) {
        DealForecast deal = views.deal(alert.opportunityId());
        String territory = deal == null ? null : deal.territory();
        return territory == null ? Organization.UNASSIGNED : territory;
    }

    private SortedMap<String, String> annotations(Alert alert, String id, String link) {
        ForecastSnapshot names = views.forecasts();
        String deal = alert.dealName() == null ? alert.opportunityId() : alert.dealName();
        String owner =
                alert.owner() == null ? Organization.UNASSIGNED : names.userName(alert.owner());
        SortedMap<String, String> said = new TreeMap<>();
        said.put("summary", deal + ": " + alert.rule().label);
        said.put("deal", deal);
        said.put("owner", owner);
        said.put("manager_name", names.userName(manager(alert)));
        said.put("territory_name", names.territoryName(territory(alert)));
        said.put("evidence", alert.evidence());
        said.put("measured", measured(alert));
        String why = alert.stakes().why();
        said.put("why", why == null ? alert.rule().meaning : why);
        if (!alert.handling().further().isEmpty()) {
            said.put("further", String.join("; ", alert.handling().further()));
        }
        said.put("next_step", NextStep.of(alert, owner));
        said.put("raised", day(alert.raisedAt(), days));
        said.put("board", link);
        if (alert.stage() != null) {
            said.put("stage", alert.stage());
        }
        if (alert.closeDate() != Quantity.MISSING) {
            said.put("close_date", LocalDate.ofEpochDay(alert.closeDate()).toString());
        }
        if (alert.corporateAmount() != Quantity.MISSING) {
            said.put("amount", money(alert.corporateAmount(), alert.currency()));
        }
        if (!crmUrl.isEmpty()) {
            said.put("crm", crmUrl.replace("{opportunityId}", id));
        }
        return said;
    }

    static String day(long instant, DayClock days) {
        return Instant.ofEpochMilli(instant).atZone(days.zone()).toLocalDate().toString();
    }

    static String measured(Alert alert) {
        return String.format(
                Locale.ROOT,
                "%.0f against %.0f %s (%s)",
                alert.value(),
                alert.threshold(),
                alert.unit(),
                alert.thresholdSource());
    }

    /** Whole major units: {@code USD 120,000}. */
    static String money(long minor, String currency) {
        BigDecimal major =
                BigDecimal.valueOf(minor, MinorUnits.exponent(currency))
                        .setScale(0, RoundingMode.HALF_EVEN);
        return currency + String.format(Locale.ROOT, " %,d", major.longValueExact());
    }
}
