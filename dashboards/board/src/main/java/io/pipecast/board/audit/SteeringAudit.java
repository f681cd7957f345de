package io.pipecast.board.audit;

import io.pipecast.board.audit.AuditEntry.Kind;
import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.input.Input;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.organization.OrganizationFact;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what steers: with the value before, as far as the topics have it. */
public final class SteeringAudit implements SteeringSink {
    private final AuditLog log;
    private final String currency;
    private final Map<String, String> before = new HashMap<>();
    private AlertPolicy policy;

    /**
     * Nothing has been read yet.
     *
     * @param policy alert rules of the configuration
     * @param currency corporate currency, in which calls are
     */
    public SteeringAudit(AuditLog log, AlertPolicy policy, String currency) {
        this.log = log;
        this.policy = policy;
        this.currency = currency;
    }

    @Override
    public void accept(Input input, String source, long recordedAt) {
        Place place = new Place(source, recordedAt);
        switch (input.kind) {
            case CALL -> call(input.call(), place);
            case ACTION -> action(input.action(), place);
            case OVERRIDE -> override(input.override(), place);
            case POLICY -> policy(input.policy(), place);
            case MODEL -> model(input.model(), place);
            case ORGANIZATION -> quota(input.organization(), place);
            default -> throw new IllegalArgumentException(input.kind + " does not steer");
        }
    }

    private record Place(String source, long recordedAt) {}

    private void write(
            Place place, long at, String actor, Kind kind, String subject, String what, String to) {
        String from = before.put(kind + "|" + subject, to);
        add(place, at, actor, kind, subject, what, from, to);
    }

    private void add(
            Place place,
            long at,
            String actor,
            Kind kind,
            String subject,
            String what,
            String from,
            String to) {
        log.add(
                new AuditEntry(
                        at,
                        place.recordedAt(),
                        actor,
                        kind,
                        subject,
                        what,
                        from,
                        to,
                        place.source()));
    }

    private void call(Call call, Place place) {
        String said =
                joined(
                        named("commit", money(call.commit(), currency)),
                        named("best case", money(call.bestCase(), currency)),
                        named("note", call.note()));
        String subject = lower(call.tree()) + " " + call.node() + ", " + call.period();
        write(place, call.submittedAt(), call.actor(), Kind.CALL, subject, "called", said);
    }

    private void action(AlertAction action, Place place) {
        String until =
                action.until() == AlertAction.NONE
                        ? null
                        : Instant.ofEpochMilli(action.until()).toString();
        String said =
                joined(
                        named("until", until),
                        named("owner", action.owner()),
                        named("note", action.note()));
        add(
                place,
                action.at(),
                action.actor(),
                Kind.ACTION,
                "alert " + action.alertId(),
                lower(action.kind()),
                null,
                said.isEmpty() ? null : said);
    }

    private void override(DealOverride override, Place place) {
        String said =
                override.takesBack()
                        ? "none"
                        : joined(
                                percent(override.chance()),
                                named("the model said", percent(override.modelChance())),
                                named("note", override.note()));
        String subject = "deal " + override.opportunityId() + ", " + override.period();
        String what = override.takesBack() ? "took a chance back" : "set a chance by hand";
        write(place, override.at(), override.actor(), Kind.OVERRIDE, subject, what, said);
    }

    private static String percent(long millionths) {
        return millionths == DealOverride.NONE
                ? null
                : BigDecimal.valueOf(millionths, 4).stripTrailingZeros().toPlainString() + " %";
    }

    private void policy(PolicyChanged change, Place place) {
        PolicyDifference difference = PolicyDifference.of(policy, change.policy());
        policy = change.policy();
        add(
                place,
                change.publishedAt(),
                change.actor(),
                Kind.POLICY,
                "alert rules",
                "changed, in force from " + Instant.ofEpochMilli(change.effectiveFrom()),
                difference.before(),
                difference.after());
    }

    private void model(ModelPublished model, Place place) {
        String role = lower(model.role());
        String what =
                model.role() == ModelPublished.Role.SHADOW_END
                        ? "ended"
                        : "published with sequence "
                                + model.sequence()
                                + ", in force from "
                                + Instant.ofEpochMilli(model.effectiveFrom());
        write(
                place,
                model.publishedAt(),
                model.actor(),
                Kind.MODEL,
                role.equals("shadow end") ? "shadow" : role,
                what,
                model.modelVersion());
    }

    private void quota(OrganizationFact quota, Place place) {
        String subject = lower(quota.tree()) + " " + quota.id() + ", " + quota.period();
        String what = "in force from " + Instant.ofEpochMilli(quota.effectiveFrom());
        String amount = money(quota.amount(), quota.currency());
        write(place, quota.recordedAt(), null, Kind.QUOTA, subject, what, amount);
    }

    /** The parts there are. */
    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> part != null).collect(Collectors.joining(", "));
    }

    private static String named(String name, String value) {
        return value == null ? null : name + " " + value;
    }

    private static String money(long minor, String currency) {
        return minor == Quantity.MISSING
                ? null
                : BigDecimal.valueOf(minor, MinorUnits.exponent(currency)).toPlainString()
                        + " "
                        + currency;
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
