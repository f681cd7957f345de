package io.pipecast.connect.reconcile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A reconciliation as lines of text. */
public final class ReconciliationText {
    private static final String ROW = "%-8s %-24s %-4s %10s %20s %10s %20s";

    private ReconciliationText() {}

    /**
     * Totals of both sides, and the verdict or the differences.
     *
     * @param at instant of the comparison, epoch milliseconds
     * @param shown most differences listed
     */
    public static List<String> lines(Reconciliation result, long at, int shown) {
        List<String> lines = new ArrayList<>();
        lines.add("as of " + Instant.ofEpochMilli(at));
        lines.add(ROW.formatted("", "", "", "CRM", "", "Pipecast", "").stripTrailing());
        lines.add(ROW.formatted("outcome", "stage", "", "deals", "sum", "deals", "sum"));
        result.totals().lines().forEach((key, line) -> lines.add(row(key, line)));
        lines.add("");
        List<Difference> differences = result.differences();
        if (differences.isEmpty()) {
            lines.add("equal to the cent: " + result.compared() + " deals");
            return lines;
        }
        long deals = differences.stream().map(Difference::opportunityId).distinct().count();
        lines.add(
                "%d of %d deals differ: %s"
                        .formatted(deals, result.compared(), byKind(differences)));
        differences.stream()
                .limit(shown)
                .forEach(difference -> lines.add("  " + difference.line()));
        if (differences.size() > shown) {
            lines.add("  and " + (differences.size() - shown) + " more differences");
        }
        return lines;
    }

    private static String row(Totals.Key key, Totals.Line line) {
        return ROW.formatted(
                key.outcome().name().toLowerCase(Locale.ROOT),
                key.stage().isEmpty() ? "none" : key.stage(),
                key.currency(),
                line.crmDeals(),
                Totals.money(line.crmSum(), key.currency()),
                line.deals(),
                Totals.money(line.sum(), key.currency()));
    }

    private static String byKind(List<Difference> differences) {
        List<String> counts = new ArrayList<>();
        for (Map.Entry<Difference.Kind, Long> kind : count(differences).entrySet()) {
            counts.add(kind.getKey().words() + " " + kind.getValue());
        }
        return String.join(", ", counts);
    }

    private static Map<Difference.Kind, Long> count(List<Difference> differences) {
        Map<Difference.Kind, Long> counts = new java.util.EnumMap<>(Difference.Kind.class);
        differences.forEach(difference -> counts.merge(difference.kind(), 1L, Long::sum));
        return counts;
    }
}
