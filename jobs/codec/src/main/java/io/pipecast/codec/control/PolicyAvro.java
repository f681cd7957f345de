package io.pipecast.codec.control;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.avro.WireWriter;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.alert.RulePolicy;
import io.pipecast.domain.deal.DealType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Alert policies on the wire; the first three rules also as readers of the first schema know. */
final class PolicyAvro {
    private PolicyAvro() {}

    static byte[] encode(PolicyChanged change) {
        AlertPolicy policy = change.policy();
        RulePolicy stalled = policy.of(AlertRule.STALLED_IN_STAGE);
        RulePolicy quiet = policy.of(AlertRule.GONE_QUIET);
        RulePolicy overdue = policy.of(AlertRule.CLOSE_DATE_OVERDUE);
        WireWriter out = new WireWriter(WireSchema.POLICY_CHANGED);
        out.number(change.sequence()).number(change.effectiveFrom()).number(change.publishedAt());
        out.text(change.actor());
        out.truth(stalled.enabled()).integer(byHand(stalled)).real(policy.quantile());
        out.truth(quiet.enabled()).integer(byHand(quiet));
        out.truth(overdue.enabled()).integer(byHand(overdue));
        out.block(policy.rules().size());
        policy.rules().forEach(rule -> encode(rule, out));
        DeliveryPolicy delivery = policy.delivery();
        return out.end()
                .integer(delivery.perWeek())
                .integer(delivery.hour())
                .integer(delivery.repeatAfterDays())
                .finish();
    }

    private static int byHand(RulePolicy rule) {
        return rule.threshold() == RulePolicy.LEARNED ? rule.fallback() : rule.threshold();
    }

    private static void encode(RulePolicy rule, WireWriter out) {
        out.text(rule.rule().key).truth(rule.enabled());
        out.integer(rule.threshold()).integer(rule.fallback()).texts(rule.territories());
        out.texts(rule.segments().stream().map(Enum::name).toList()).number(rule.leastAmount());
    }

    /**
     * Reads a policy.
     *
     * @throws UnsupportedOperationException for a rule or segment this code does not know
     */
    static PolicyChanged read(WireReader in) throws IOException {
        long sequence = in.number();
        long effectiveFrom = in.number();
        long publishedAt = in.number();
        String actor = in.text();
        boolean stalled = in.truth();
        int stalledDays = in.integer();
        double quantile = in.real();
        boolean quiet = in.truth();
        int quietDays = in.integer();
        boolean overdue = in.truth();
        int overdueDays = in.integer();
        List<RulePolicy> rules = new ArrayList<>();
        in.each(() -> rules.add(rule(in)));
        DeliveryPolicy delivery = new DeliveryPolicy(in.integer(), in.integer(), in.integer());
        AlertPolicy policy = new AlertPolicy(AlertPolicy.DEFAULT.rules(), quantile, delivery);
        if (rules.isEmpty()) {
            policy =
                    policy.with(
                                    of(policy, AlertRule.STALLED_IN_STAGE, stalled)
                                            .fallback(stalledDays))
                            .with(of(policy, AlertRule.GONE_QUIET, quiet).threshold(quietDays))
                            .with(
                                    of(policy, AlertRule.CLOSE_DATE_OVERDUE, overdue)
                                            .threshold(overdueDays));
        }
        for (RulePolicy rule : rules) {
            policy = policy.with(rule);
        }
        return new PolicyChanged(sequence, effectiveFrom, publishedAt, actor, policy);
    }

    private static RulePolicy of(AlertPolicy policy, AlertRule rule, boolean enabled) {
        return policy.of(rule).enabled(enabled);
    }

    private static RulePolicy rule(WireReader in) throws IOException {
        String key = in.word();
        AlertRule rule = AlertRule.ofKey(key);
        if (rule == null) {
            throw new UnsupportedOperationException(
                    "rule must be one that is known, was " + shown(key));
        }
        return new RulePolicy(
                rule,
                in.truth(),
                in.integer(),
                in.integer(),
                in.texts(),
                segments(in.texts()),
                in.number());
    }

    private static List<DealType> segments(List<String> names) {
        List<DealType> types = new ArrayList<>();
        for (String name : names) {
            try {
                types.add(DealType.valueOf(name));
            } catch (IllegalArgumentException e) {
                throw new UnsupportedOperationException(
                        "segments must be NEW, EXPANSION or RENEWAL, was " + shown(name), e);
            }
        }
        return types;
    }

    /** A text from the wire in one short line. */
    private static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}", "?");
        return line.length() > 40 ? line.substring(0, 40) + "…" : line;
    }
}
