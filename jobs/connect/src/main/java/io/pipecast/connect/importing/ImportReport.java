package io.pipecast.connect.importing;

import io.pipecast.connect.emission.Findings;
import io.pipecast.connect.mapping.FieldType;
import io.pipecast.connect.mapping.Mapping;
import io.pipecast.connect.mapping.Target;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an import says about its source, as lines of text. */
public final class ImportReport {
    private static final int SHOWN_VALUES = 20;

    private final Mapping mapping;
    private final Findings findings;
    private final List<String> lines = new ArrayList<>();

    private ImportReport(Mapping mapping, Findings findings) {
        this.mapping = mapping;
        this.findings = findings;
    }

    /** One line: how many records of each kind, and how many rows gave none. */
    public static String summary(Findings findings) {
        String made =
                java.util.Arrays.stream(Target.values())
                        .filter(target -> findings.made(target) > 0)
                        .map(target -> findings.made(target) + " " + target.word())
                        .collect(Collectors.joining(", "));
        return "%s; rows refused %d, repeated %d, left out %d"
                .formatted(
                        made.isEmpty() ? "no records" : made,
                        findings.refused(),
                        findings.repeatedRows(),
                        findings.leftOutRows());
    }

    /**
     * The whole report.
     *
     * @param configured the configuration the source is to be used with, or null without one
     */
    public static List<String> lines(
            Mapping mapping, Findings findings, PipelineSettings configured) {
        ImportReport report = new ImportReport(mapping, findings);
        report.lines.add("records   " + summary(findings));
        report.unexplained("stages not mapped", findings.unexplained(FieldType.STAGE));
        report.unexplained("users not in a user record", report.unknownUsers());
        report.unexplained("currencies not known", findings.unexplained(FieldType.CURRENCY));
        if (configured != null) {
            report.unexplained(
                    "currencies without a rate into " + configured.currency(),
                    findings.currenciesWithoutRate(configured.currency()));
        }
        report.refused();
        report.board(configured == null ? null : configured.source());
        return report.lines;
    }

    private Map<String, Long> unknownUsers() {
        return mapping.derivedUsers() == null ? findings.unknownOwners() : Map.of();
    }

    private void unexplained(String title, Map<String, Long> values) {
        lines.add("");
        lines.add(title + ": " + (values.isEmpty() ? "none" : values.size()));
        values.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(SHOWN_VALUES)
                .forEach(
                        value -> lines.add("%10d  %s".formatted(value.getValue(), value.getKey())));
        if (values.size() > SHOWN_VALUES) {
            lines.add("            and " + (values.size() - SHOWN_VALUES) + " more");
        }
    }

    private void refused() {
        lines.add("");
        lines.add("rows refused: " + (findings.refused() == 0 ? "none" : findings.refused()));
        findings.refusedByRule()
                .forEach((rule, count) -> lines.add("%10d  %s".formatted(count, rule)));
        if (findings.refused() > 0) {
            lines.add("the first of them");
        }
        for (Findings.Refusal refusal : findings.samples()) {
            lines.add(
                    "  %s line %d: %s".formatted(refusal.file(), refusal.line(), refusal.reason()));
        }
    }

    private void board(SourceTraits configured) {
        lines.add("");
        lines.add("what the board can show of this source");
        for (BoardCoverage.Part part : BoardCoverage.parts(findings)) {
            String count = part.filled() ? part.records() + " records" : "not in the source";
            lines.add("  %-12s %-18s %s".formatted(part.name(), count, part.fills()));
            Boolean claimed = claimed(part.name(), configured);
            if (claimed != null && claimed != part.filled()) {
                lines.add(
                        "               but the configuration says source.%s: %s"
                                .formatted(part.name(), claimed));
            }
        }
    }

    private static Boolean claimed(String part, SourceTraits configured) {
        if (configured == null) {
            return null;
        }
        return switch (part) {
            case "amounts" -> configured.amounts();
            case "closeDates" -> configured.closeDates();
            case "activities" -> configured.activities();
            case "quotas" -> configured.quotas();
            // categories may also come from the configured stages
            default -> null;
        };
    }
}
