package io.pipecast.connect.mapping;

import io.pipecast.connect.mapping.Value.Origin;
import io.pipecast.domain.money.MinorUnits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What must hold between the parts of a mapping. */
final class MappingCheck {
    /** Rules over the input; order keys leave room for as many records of one row. */
    static final int MAX_INPUT_RULES = 64;

    private final Mapping mapping;
    private final List<String> problems = new ArrayList<>();

    private MappingCheck(Mapping mapping) {
        this.mapping = mapping;
    }

    static List<String> problems(Mapping mapping) {
        MappingCheck check = new MappingCheck(mapping);
        check.currency();
        check.rules();
        mapping.rules().forEach(check::whole);
        mapping.inputRules().forEach(check::leak);
        return check.problems;
    }

    private void currency() {
        if (mapping.currency() != null && !MinorUnits.isCurrency(mapping.currency())) {
            problems.add("currency must be an ISO 4217 code, was " + mapping.currency());
        }
    }

    private void rules() {
        Set<String> names = new HashSet<>();
        for (Rule rule : mapping.rules()) {
            if (!names.add(rule.name())) {
                problems.add("rules must have different names, " + rule.name() + " is used twice");
            }
            if (!rule.from().equals(Rule.INPUT) && !mapping.files().containsKey(rule.from())) {
                problems.add(
                        "rule %s: from must be input or one of %s, was %s"
                                .formatted(rule.name(), mapping.files().keySet(), rule.from()));
            }
        }
        int count = mapping.inputRules().size();
        if (count == 0 || count > MAX_INPUT_RULES) {
            problems.add(
                    "rules must have between 1 and %d from the input, had %d"
                            .formatted(MAX_INPUT_RULES, count));
        }
    }

    private void whole(Rule rule) {
        if (!rule.from().equals(Rule.INPUT) && rule.target().ofDeal()) {
            problems.add(
                    "rule %s: from must be input for %s records, was %s"
                            .formatted(rule.name(), rule.target().word(), rule.from()));
        }
        if (rule.from().equals(Rule.INPUT)
                && !rule.target().ofDeal()
                && rule.target() != Target.NOTHING) {
            problems.add(
                    "rule %s: from must be a further file for %s records, was input"
                            .formatted(rule.name(), rule.target().word()));
        }
        if (rule.set().keySet().stream().anyMatch(name -> isAmount(rule, name))
                && !rule.set().containsKey("currency")
                && mapping.currency() == null) {
            problems.add(
                    "rule %s: amount needs a currency, set there or for the whole mapping"
                            .formatted(rule.name()));
        }
        rule.set().forEach((field, value) -> constant(rule, field, value));
    }

    private static boolean isAmount(Rule rule, String name) {
        TargetField field = rule.target().field(name);
        return field != null && field.type() == FieldType.AMOUNT;
    }

    /** Constants of closed lists are checked here, not row by row. */
    private void constant(Rule rule, String field, Value value) {
        TargetField target = rule.target().field(field);
        if (value.origin() == Origin.CONSTANT && target != null && !target.names().isEmpty()) {
            if (!target.names().contains(value.name())) {
                problems.add(
                        "rule %s: %s must be one of %s, was %s"
                                .formatted(
                                        rule.name(),
                                        field,
                                        String.join(", ", target.names()),
                                        value.name()));
            }
        }
    }

    /** What only the last row knows must not be told of an earlier time. */
    private void leak(Rule rule) {
        if (rule.target() == Target.NOTHING) {
            return;
        }
        Value time = rule.set().get(rule.target().timeField());
        if (time.origin() == Origin.CONSTANT || columns(time).anyMatch(this::isFinal)) {
            return;
        }
        Stream<String> used =
                Stream.concat(
                        rule.when().stream().map(Condition::column),
                        rule.set().entrySet().stream()
                                .map(Map.Entry::getValue)
                                .flatMap(MappingCheck::columns));
        used.filter(this::isFinal)
                .distinct()
                .forEach(
                        column ->
                                problems.add(
                                        "rule %s: column %s is one of finalColumns and must not be used by a rule whose time is not final, was %s"
                                                .formatted(rule.name(), column, time.name())));
    }

    private boolean isFinal(String column) {
        return mapping.finalColumns().contains(column);
    }

    private static Stream<String> columns(Value value) {
        return switch (value.origin()) {
            case COLUMN -> Stream.of(value.name());
            case FILE -> columns(value.lookup().key());
            case CONSTANT -> Stream.empty();
        };
    }
}
