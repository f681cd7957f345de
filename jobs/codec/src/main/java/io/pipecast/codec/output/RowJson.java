package io.pipecast.codec.output;

import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.json.JsonLine;
import io.pipecast.codec.json.JsonText;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.Base64;

/**
 * Output rows as one JSON object without a line break, fields always in one order: instants
 * ISO-8601 UTC, dates {@code yyyy-MM-dd}, money integer minor units, chances and ratios decimals.
 * What is missing is left out.
 */
public final class RowJson {
    private static final long MISSING = Quantity.MISSING;
    private static final int MICROS = 6;
    private static final Horizon[] HORIZONS = Horizon.values();
    private static final Quantity[] QUANTITIES = Quantity.values();

    private RowJson() {}

    /** Appends a deal as of an instant. */
    public static void append(DealForecast d, JsonText out) {
        JsonLine line = new JsonLine(out).open();
        line.instant("asOf", d.asOf()).text("opportunityId", d.opportunityId());
        line.number("version", d.version()).truth("settled", d.settled());
        line.text("name", d.name()).text("account", d.account()).text("stage", d.stage());
        line.symbol("outcome", d.outcome()).text("closeReason", d.closeReason());
        terms(line, d);
        line.number("corporateAmount", d.corporateAmount(), MISSING);
        line.date("closeDate", d.closeDate(), MISSING).symbol("category", d.category());
        line.symbol("dealType", d.dealType()).text("nextStep", d.nextStep());
        line.instant("createdAt", d.createdAt(), MISSING);
        line.instant("closedAt", d.closedAt(), MISSING);
        clocks(line, d);
        line.number("pushes", d.pushes()).number("backwardMoves", d.backwardMoves());
        line.number("reopenings", d.reopenings()).number("buyerActivities", d.buyerActivities());
        line.instant("lastBuyerAt", d.lastBuyerAt(), MISSING);
        line.instant("meetingAt", d.meetingAt(), MISSING);
        chances(line, d);
        line.decimal("stageProbability", d.stageProbability(), MICROS);
        line.text("modelVersion", d.modelVersion());
        if (d.removed()) {
            line.truth("removed", true);
        }
        changes(line, d);
        Why.append(line, d.why());
        line.close();
    }

    /** Appends the row of an open deal in {@code snapshots.jsonl}: what a model is judged by. */
    public static void appendSnapshot(DealForecast d, JsonText out) {
        JsonLine line = new JsonLine(out).open();
        line.instant("asOf", d.asOf()).text("opportunityId", d.opportunityId());
        line.text("stage", d.stage());
        terms(line, d);
        line.number("corporateAmount", d.corporateAmount(), MISSING);
        line.date("closeDate", d.closeDate(), MISSING).symbol("category", d.category());
        line.symbol("dealType", d.dealType());
        clocks(line, d);
        chances(line, d);
        line.decimal("stageProbability", d.stageProbability(), MICROS);
        line.text("modelVersion", d.modelVersion());
        Why.append(line, d.why());
        line.close();
    }

    private static void terms(JsonLine line, DealForecast d) {
        line.text("owner", d.owner()).text("territory", d.territory());
        line.number("amount", d.amount(), MISSING).text("currency", d.currency());
    }

    private static void clocks(JsonLine line, DealForecast d) {
        line.measured("ageDays", d.ageDays()).measured("daysInStage", d.daysInStage());
    }

    private static void chances(JsonLine line, DealForecast d) {
        line.name("probabilities").open();
        for (Horizon horizon : HORIZONS) {
            line.decimal(horizon.key, d.probability(horizon), MICROS);
        }
        line.close();
    }

    private static void changes(JsonLine line, DealForecast d) {
        if (!d.changes().isEmpty()) {
            line.openArray("changes");
            for (DealForecast.Change change : d.changes()) {
                line.open().instant("at", change.at()).text("field", change.field());
                line.text("value", change.value()).close();
            }
            line.closeArray();
        }
    }

    /** Appends a scope and period as of an instant. */
    public static void append(PipelineForecast p, JsonText out) {
        JsonLine line = new JsonLine(out).open();
        line.instant("asOf", p.asOf()).symbol("tree", p.tree()).text("node", p.node());
        line.text("nodeName", p.nodeName()).text("parent", p.parent()).number("level", p.level());
        line.text("period", p.period()).symbol("periodKind", p.periodKind());
        line.date("periodStart", p.periodStart()).date("periodEnd", p.periodEnd());
        line.number("cut", p.cut()).number("cutRows", p.cutRows());
        line.truth("settled", p.settled()).number("version", p.version());
        line.text("modelVersion", p.modelVersion()).text("currency", p.currency());
        line.name("values").open();
        for (Quantity quantity : QUANTITIES) {
            value(line, quantity, p.value(quantity));
        }
        line.close();
        line.texts("notInSource", p.notInSource()).close();
    }

    private static void value(JsonLine line, Quantity quantity, long value) {
        if (value == MISSING) {
            return;
        }
        if (quantity.unit == Quantity.Unit.RATIO) {
            line.decimal(quantity.key, value, MICROS);
        } else {
            line.number(quantity.key, value);
        }
    }

    /** Appends an alert. */
    public static void append(Alert a, JsonText out) {
        JsonLine line = new JsonLine(out).open().text("alertId", a.alertId());
        line.text("opportunityId", a.opportunityId()).symbol("rule", a.rule());
        line.symbol("status", a.status()).number("version", a.version());
        line.instant("raisedAt", a.raisedAt()).instant("resolvedAt", a.resolvedAt(), MISSING);
        line.symbol("resolution", a.resolution()).number("severity", a.severity());
        line.measured("value", a.value()).measured("threshold", a.threshold());
        line.text("unit", a.unit()).text("thresholdSource", a.thresholdSource());
        line.text("evidence", a.evidence()).text("dealName", a.dealName());
        line.text("owner", a.owner()).text("stage", a.stage());
        line.number("corporateAmount", a.corporateAmount(), MISSING);
        line.text("currency", a.currency()).date("closeDate", a.closeDate(), MISSING);
        line.truth("backlog", a.backlog()).instant("statedAt", a.statedAt());
        AlertStakes s = a.stakes();
        line.text("territory", s.territory()).text("nextStep", a.rule().advice);
        line.text("enteredNextStep", s.nextStep()).measured("chance", s.chance());
        line.measured("risk", s.risk()).measured("importance", s.importance());
        line.text("why", s.why());
        append(a.handling(), line);
        append(a.subject(), line);
        line.close();
    }

    /** A deal is what an alert is about unless it says so. */
    private static void append(AlertSubject s, JsonLine line) {
        if (!s.isDeal()) {
            line.text("subject", s.kind().key).symbol("tree", s.tree());
            line.text("node", s.node()).text("feed", s.feed());
        }
    }

    private static void append(AlertHandling h, JsonLine line) {
        line.symbol("delivery", h.delivery()).text("because", h.because());
        line.text("manager", h.manager()).measured("rank", h.rank());
        line.instant("deliveredAt", h.deliveredAt(), MISSING);
        line.instant("escalatedAt", h.escalatedAt(), MISSING).texts("further", h.further());
        line.instant("acknowledgedAt", h.acknowledgedAt(), MISSING);
        line.text("acknowledgedBy", h.acknowledgedBy());
        line.instant("snoozedUntil", h.snoozedUntil(), MISSING).truth("notUseful", h.notUseful());
        line.text("actionOwner", h.actionOwner()).instant("actionDue", h.actionDue(), MISSING);
        line.instant("doneAt", h.doneAt(), MISSING).text("note", h.note());
    }

    /** Appends a rejection; the raw bytes as Base64. */
    public static void append(Rejection r, JsonText out) {
        JsonLine line = new JsonLine(out).open().text("reason", r.reason());
        line.text("field", r.field()).text("detail", r.detail());
        line.text("source", r.source()).number("position", r.position());
        line.instant("observedAt", r.observedAt(), Rejection.NO_TIME);
        line.text("raw", Base64.getEncoder().encodeToString(r.raw()));
        line.number("rawLength", r.rawLength()).close();
    }

    /** Appends a feed. */
    public static void append(FeedStatus f, JsonText out) {
        JsonLine line = new JsonLine(out).open().text("source", f.source());
        line.instant("lastEventAt", f.lastEventAt()).number("events", f.events());
        line.number("rejected", f.rejected()).instant("asOf", f.asOf()).close();
    }
}
