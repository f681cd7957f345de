package io.pipecast.codec.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.DeliveryPolicy;
import io.pipecast.domain.alert.RulePolicy;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.money.MinorUnits;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The options of alerts: the same few for every {@link AlertRule}, and who is told. */
final class AlertOptions {
    static final List<Option<?>> TABLE = new ArrayList<>();

    private static final String ROOT = "alerts.";
    private static final BigDecimal MOST = BigDecimal.valueOf(100_000_000_000L);

    private static final Option<Double> QUANTILE =
            add(
                    ROOT + "quantile",
                    Kind.decimal(0.5, 0.999),
                    "0.9",
                    "Quantile of deals that went on to win that is learned as a threshold.");

    private static final List<OfRule> RULES = rules();

    private static final Option<Integer> PER_WEEK =
            add(
                    ROOT + "delivery.perWeek",
                    Kind.whole(0, 1000),
                    "7",
                    "Most alerts delivered to a manager in a week; the rest wait in the digest.");
    private static final Option<Integer> HOUR =
            add(
                    ROOT + "delivery.hour",
                    Kind.whole(0, 23),
                    "8",
                    "Hour of working days, in the fiscal zone, at which alerts are delivered; all"
                            + " other hours are quiet.");
    private static final Option<Integer> REPEAT =
            add(
                    ROOT + "delivery.repeatAfterDays",
                    Kind.whole(0, 3650),
                    "20",
                    "Business days after a delivery in which nothing more is delivered about the"
                            + " same deal.");

    /** The options of one rule. */
    private record OfRule(
            AlertRule rule,
            Option<Boolean> enabled,
            Option<Integer> threshold,
            Option<Integer> fallback,
            Option<List<String>> only,
            Option<List<DealType>> segments,
            Option<BigDecimal> leastAmount) {}

    private AlertOptions() {}

    private static List<OfRule> rules() {
        List<OfRule> rules = new ArrayList<>();
        for (AlertRule rule : AlertRule.values()) {
            rules.add(options(rule));
        }
        return rules;
    }

    private static OfRule options(AlertRule rule) {
        String key = ROOT + rule.key + ".";
        boolean teaches = rule.learned && rule.fallback > 0;
        boolean ofDeals = rule.about == AlertSubject.Kind.DEAL;
        Kind<Integer> threshold = threshold(rule);
        return new OfRule(
                rule,
                add(key + "enabled", Kind.truth(), "true", "Rule: " + rule.label + "."),
                rule.fallback == 0
                        ? null
                        : add(
                                key + "threshold",
                                threshold,
                                teaches ? "learned" : String.valueOf(rule.fallback),
                                "Threshold in " + rule.measure.unit + "; " + meaning(rule) + "."),
                teaches
                        ? add(
                                key + "fallback",
                                Kind.whole(1, 3650),
                                String.valueOf(rule.fallback),
                                ofDeals
                                        ? "Threshold where won deals were too few to learn from."
                                        : "Least threshold that is learned: twice the longest"
                                                + " silence of a usual day.")
                        : null,
                add(key + scopeName(rule), texts(rule), "[]", scopeSentence(rule)),
                ofDeals
                        ? add(
                                key + "segments",
                                segments(),
                                "[]",
                                "Only deals of these types; empty for all.")
                        : null,
                rule.about == AlertSubject.Kind.FEED
                        ? null
                        : add(
                                key + (ofDeals ? "leastAmount" : "leastQuota"),
                                amount(),
                                "0",
                                (ofDeals ? "Only deals of" : "Only teams with a quota of")
                                        + " at least so much, in the corporate currency."));
    }

    private static String scopeName(AlertRule rule) {
        return switch (rule.about) {
            case DEAL -> "territories";
            case TEAM -> "teams";
            case FEED -> "feeds";
        };
    }

    private static String scopeSentence(AlertRule rule) {
        return switch (rule.about) {
            case DEAL -> "Only deals of these; empty for all.";
            case TEAM -> "Only these managers' teams and territories; empty for all.";
            case FEED -> "Only these feeds; empty for all.";
        };
    }

    private static String meaning(AlertRule rule) {
        return switch (rule) {
            case WILL_SLIP -> "chance not to be won before the period ends";
            case PROBABILITY_FELL -> "share lost of the highest chance of the last weeks";
            case COVERAGE_LOW -> "share missing of the pipeline needed";
            case FORECAST_FELL -> "how far it fell within seven days";
            default -> rule.meaning;
        };
    }

    private static Kind<Integer> threshold(AlertRule rule) {
        int least = rule == AlertRule.CLOSE_DATE_OVERDUE ? 0 : 1;
        int most =
                switch (rule.measure) {
                    case PERCENT -> 99;
                    case USUAL -> 1_000;
                    default -> 3650;
                };
        Kind<Integer> number = Kind.whole(least, most);
        if (!rule.learned) {
            return number;
        }
        return new Kind<>(
                number.rule() + ", or learned",
                node ->
                        node.isTextual() && node.asText().equals("learned")
                                ? Integer.valueOf(RulePolicy.LEARNED)
                                : number.parse(node));
    }

    private static Kind<List<String>> texts(AlertRule rule) {
        String what =
                switch (rule.about) {
                    case DEAL -> "territory ids";
                    case TEAM -> "node ids";
                    case FEED -> "feed names";
                };
        return new Kind<>("must be a list of " + what, AlertOptions::list);
    }

    private static Kind<List<DealType>> segments() {
        return new Kind<>(
                "must be a list of new, expansion, renewal",
                node -> {
                    List<String> names = list(node);
                    return names == null
                            ? null
                            : names.stream()
                                    .map(name -> DealType.valueOf(name.toUpperCase(Locale.ROOT)))
                                    .toList();
                });
    }

    private static List<String> list(JsonNode node) {
        List<String> values = new ArrayList<>();
        for (JsonNode item : node) {
            if (!item.isValueNode() || item.isNull() || item.asText().isBlank()) {
                return null;
            }
            values.add(item.asText());
        }
        return node.isArray() ? values : null;
    }

    private static Kind<BigDecimal> amount() {
        return new Kind<>(
                "must be an amount between 0 and " + MOST,
                node -> {
                    boolean fits =
                            node.isNumber()
                                    && node.decimalValue().signum() >= 0
                                    && node.decimalValue().compareTo(MOST) <= 0;
                    return fits ? node.decimalValue() : null;
                });
    }

    private static <T> Option<T> add(String key, Kind<T> kind, String fallback, String sentence) {
        Option<T> option = new Option<>(key, kind, fallback, sentence);
        TABLE.add(option);
        return option;
    }

    /** The policy of a configuration; what is wrong is added to its problems. */
    static AlertPolicy read(ConfigTree tree, String currency) {
        List<RulePolicy> rules = new ArrayList<>();
        for (OfRule of : RULES) {
            rules.add(
                    new RulePolicy(
                            of.rule,
                            tree.get(of.enabled),
                            of.threshold == null ? RulePolicy.LEARNED : tree.get(of.threshold),
                            of.fallback == null ? of.rule.fallback : tree.get(of.fallback),
                            tree.get(of.only),
                            of.segments == null ? List.of() : tree.get(of.segments),
                            of.leastAmount == null
                                    ? 0
                                    : MinorUnits.of(tree.get(of.leastAmount), currency)));
        }
        return new AlertPolicy(
                rules,
                tree.get(QUANTILE),
                new DeliveryPolicy(tree.get(PER_WEEK), tree.get(HOUR), tree.get(REPEAT)));
    }
}
