package io.pipecast.connect.importing;

import io.pipecast.connect.emission.Findings;
import io.pipecast.connect.mapping.Condition;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.Rule;
import io.pipecast.connect.mapping.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Which parts of the board an import can fill, told from what it emitted. */
public final class BoardCoverage {
    private BoardCoverage() {}

    /**
     * A part of the board.
     *
     * @param name as configured under {@code source}, or of the organization
     * @param records that carry it
     * @param fills what it is needed for
     */
    public record Part(String name, long records, String fills) {
        /** Whether the source carries it. */
        public boolean filled() {
            return records > 0;
        }
    }

    /** All parts, in the order in which a reader asks for them. */
    public static List<Part> parts(Mapping mapping, Findings findings) {
        List<Part> parts = new ArrayList<>();
        Predicate<Rule> any = rule -> true;
        Predicate<Rule> open = rule -> !closing(mapping, rule);
        parts.add(part("amounts", mapping, findings, "amount", any, "every sum of money"));
        parts.add(
                part(
                        "closeDates",
                        mapping,
                        findings,
                        "closeDate",
                        open,
                        "categories, coverage, pushes, overdue deals"));
        parts.add(
                part(
                        "categories",
                        mapping,
                        findings,
                        "forecastCategory",
                        open,
                        "commit and best case"));
        parts.add(
                new Part(
                        "activities",
                        findings.made(Target.ACTIVITY),
                        "engagement and the gone-quiet alert"));
        parts.add(new Part("quotas", findings.made(Target.QUOTA), "attainment, gap and coverage"));
        parts.add(
                new Part("territories", findings.made(Target.TERRITORY), "forecasts by territory"));
        parts.add(managers(mapping, findings));
        return parts;
    }

    private static Part part(
            String name,
            Mapping mapping,
            Findings findings,
            String field,
            Predicate<Rule> rules,
            String fills) {
        long records =
                mapping.inputRules().stream()
                        .filter(rules)
                        .mapToLong(rule -> findings.withField(rule.name(), field))
                        .sum();
        return new Part(name, records, fills);
    }

    private static Part managers(Mapping mapping, Findings findings) {
        long stated =
                mapping.rules().stream()
                        .filter(rule -> rule.target() == Target.USER)
                        .mapToLong(rule -> findings.withField(rule.name(), "parent"))
                        .sum();
        return new Part("managers", stated, "forecasts by manager");
    }

    /** A rule that tells what only the last row knows speaks of a closed deal. */
    private static boolean closing(Mapping mapping, Rule rule) {
        return rule.when().stream()
                        .map(Condition::column)
                        .anyMatch(mapping.finalColumns()::contains)
                || rule.set().containsKey("outcome");
    }
}
