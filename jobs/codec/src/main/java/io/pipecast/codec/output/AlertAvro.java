package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.avro.WireWriter;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;

/** Alerts on the wire: the fields of {@code schemas/forecast/Alert.avsc} in their order. */
final class AlertAvro {
    private static final long MISSING = Quantity.MISSING;
    private static final Alert.Status[] STATUSES = Alert.Status.values();
    private static final Alert.Resolution[] RESOLUTIONS = Alert.Resolution.values();
    private static final AlertHandling.Delivery[] DELIVERIES = AlertHandling.Delivery.values();

    /** The rules the first schema knew, as its symbols stand. */
    enum Oldest {
        STALLED_IN_STAGE,
        GONE_QUIET,
        CLOSE_DATE_OVERDUE
    }

    private static final Oldest[] OLDEST = Oldest.values();

    private AlertAvro() {}

    static byte[] encode(Alert a) {
        WireWriter out = new WireWriter(WireSchema.ALERT);
        out.text(a.alertId()).text(a.opportunityId()).symbol(nearest(a.rule())).symbol(a.status());
        out.number(a.version()).number(a.raisedAt()).optionalNumber(a.resolvedAt(), MISSING);
        out.optionalSymbol(a.resolution()).integer(a.severity());
        out.real(a.value()).real(a.threshold()).text(a.unit());
        out.text(a.thresholdSource()).text(a.evidence());
        out.optionalText(a.dealName()).optionalText(a.owner()).optionalText(a.stage());
        out.optionalNumber(a.corporateAmount(), MISSING).text(a.currency());
        out.optionalInteger(a.closeDate(), MISSING).truth(a.backlog());
        out.text(a.rule().name()).number(a.statedAt());
        AlertStakes s = a.stakes();
        out.optionalText(s.territory()).optionalText(a.rule().advice).optionalText(s.nextStep());
        out.optionalReal(s.chance()).optionalReal(s.risk()).optionalReal(s.importance());
        out.optionalText(s.why());
        return subject(handling(out, a.handling()), a.subject()).finish();
    }

    private static WireWriter handling(WireWriter out, AlertHandling h) {
        out.symbol(h.delivery()).optionalText(h.because()).optionalText(h.manager());
        out.optionalReal(h.rank()).optionalNumber(h.deliveredAt(), MISSING);
        out.optionalNumber(h.escalatedAt(), MISSING).texts(h.further());
        out.optionalNumber(h.acknowledgedAt(), MISSING).optionalText(h.acknowledgedBy());
        out.optionalNumber(h.snoozedUntil(), MISSING).truth(h.notUseful());
        out.optionalText(h.actionOwner()).optionalNumber(h.actionDue(), MISSING);
        return out.optionalNumber(h.doneAt(), MISSING).optionalText(h.note());
    }

    private static WireWriter subject(WireWriter out, AlertSubject s) {
        out.text(s.kind().key).optionalText(s.tree() == null ? null : s.tree().name());
        return out.optionalText(s.node()).optionalText(s.feed());
    }

    static Oldest nearest(AlertRule rule) {
        return switch (rule) {
            case GONE_QUIET -> Oldest.GONE_QUIET;
            case CLOSE_DATE_OVERDUE, WILL_SLIP, PUSHED_REPEATEDLY -> Oldest.CLOSE_DATE_OVERDUE;
            default -> Oldest.STALLED_IN_STAGE;
        };
    }

    static Alert read(WireReader in) throws IOException {
        String id = in.text();
        String deal = in.text();
        Oldest oldest = in.symbol(OLDEST);
        Alert bare = bare(id, deal, in);
        String name = in.word();
        AlertRule rule = AlertRule.valueOf(name.isEmpty() ? oldest.name() : name);
        long statedAt = in.number();
        String territory = in.optionalWord();
        in.optionalWord();
        AlertStakes stakes =
                new AlertStakes(
                        territory,
                        in.optionalWord(),
                        in.optionalReal(),
                        in.optionalReal(),
                        in.optionalReal(),
                        in.optionalText());
        return whole(bare, rule, statedAt, stakes, handling(in), subject(in));
    }

    private static AlertSubject subject(WireReader in) throws IOException {
        AlertSubject.Kind kind = AlertSubject.Kind.ofKey(in.word());
        String tree = in.optionalWord();
        String node = in.optionalWord();
        String feed = in.optionalWord();
        if (kind == AlertSubject.Kind.DEAL) {
            return AlertSubject.deal(feed);
        }
        return new AlertSubject(kind, tree == null ? null : Tree.valueOf(tree), node, feed);
    }

    private static Alert bare(String id, String deal, WireReader in) throws IOException {
        return new Alert(
                id,
                deal,
                null,
                in.symbol(STATUSES),
                in.number(),
                in.number(),
                in.optionalNumber(),
                in.optionalSymbol(RESOLUTIONS),
                in.integer(),
                in.real(),
                in.real(),
                in.word(),
                in.word(),
                in.text(),
                in.optionalText(),
                in.optionalWord(),
                in.optionalWord(),
                in.optionalNumber(),
                in.word(),
                in.optionalInteger(),
                in.truth(),
                0,
                AlertStakes.NONE,
                AlertHandling.NONE,
                AlertSubject.DEAL);
    }

    private static Alert whole(
            Alert a,
            AlertRule rule,
            long statedAt,
            AlertStakes stakes,
            AlertHandling handling,
            AlertSubject subject) {
        return new Alert(
                a.alertId(),
                a.opportunityId(),
                rule,
                a.status(),
                a.version(),
                a.raisedAt(),
                a.resolvedAt(),
                a.resolution(),
                a.severity(),
                a.value(),
                a.threshold(),
                a.unit(),
                a.thresholdSource(),
                a.evidence(),
                a.dealName(),
                a.owner(),
                a.stage(),
                a.corporateAmount(),
                a.currency(),
                a.closeDate(),
                a.backlog(),
                statedAt,
                stakes,
                handling,
                subject);
    }

    private static AlertHandling handling(WireReader in) throws IOException {
        return new AlertHandling(
                in.symbol(DELIVERIES),
                in.optionalText(),
                in.optionalWord(),
                in.optionalReal(),
                in.optionalNumber(),
                in.optionalNumber(),
                in.texts(),
                in.optionalNumber(),
                in.optionalWord(),
                in.optionalNumber(),
                in.truth(),
                in.optionalWord(),
                in.optionalNumber(),
                in.optionalNumber(),
                in.optionalText());
    }
}
