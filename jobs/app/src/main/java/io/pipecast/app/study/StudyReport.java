package io.pipecast.app.study;

import io.pipecast.app.study.LandingRow.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What a study of a world found: numbers by name for JSON, and lines to read. */
final class StudyReport {
    private static final String[] THIRDS = {"first", "second", "last"};

    private final StudyPlan plan;
    private final List<LandingRow> landings = new ArrayList<>();
    private final List<DealRow> deals = new ArrayList<>();
    private final List<CompanyRows.Win> wins = new ArrayList<>();
    private int companies;
    private int disputed;
    private int withoutOdds;

    StudyReport(StudyPlan plan) {
        this.plan = plan;
    }

    void add(CompanyRows rows) {
        landings.addAll(rows.landings);
        deals.addAll(rows.deals);
        wins.addAll(rows.wins);
        companies++;
        disputed += rows.disputed;
        withoutOdds += rows.withoutOdds;
    }

    private List<LandingRow> weekly(Level level, int third, Predicate<LandingRow> wanted) {
        return landings.stream()
                .filter(r -> r.weekly() && r.level() == level && r.third() == third)
                .filter(wanted)
                .toList();
    }

    private List<LandingRow> after(Level level, int thirds, Predicate<LandingRow> wanted) {
        return landings.stream()
                .filter(r -> r.level() == level && r.day() == (r.length() * thirds + 2) / 3)
                .filter(wanted)
                .toList();
    }

    /** Everything by name, in a stable order. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("plan", plan);
        numbers.put("companies", companies);
        numbers.put("disputedLandings", disputed);
        numbers.put("snapshotsWithoutOdds", withoutOdds);
        numbers.put("coverage", coverage(r -> true));
        numbers.put("errors", errors(r -> true));
        numbers.put("skill", skill(deals));
        List<Object> quarters = new ArrayList<>();
        for (int q = 0; q < plan.quarters(); q++) {
            quarters.add(quarter(q));
        }
        numbers.put("byJudgedQuarter", quarters);
        return numbers;
    }

    private Map<String, Object> quarter(int q) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("quarter", q);
        numbers.put("coverage", coverage(r -> r.quarter() == q));
        numbers.put("errors", errors(r -> r.quarter() == q));
        numbers.put("skill", skill(deals.stream().filter(r -> r.quarter() == q).toList()));
        return numbers;
    }

    private Map<String, Map<String, Coverage>> coverage(Predicate<LandingRow> wanted) {
        Map<String, Map<String, Coverage>> table = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            Map<String, Coverage> row = new LinkedHashMap<>();
            for (int third = 0; third < THIRDS.length; third++) {
                row.put(THIRDS[third], Coverage.of(weekly(level, third, wanted)));
            }
            table.put(name(level), row);
        }
        return table;
    }

    private Map<String, Map<String, LandingErrors>> errors(Predicate<LandingRow> wanted) {
        Map<String, Map<String, LandingErrors>> table = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            Map<String, LandingErrors> row = new LinkedHashMap<>();
            row.put("oneThird", LandingErrors.of(after(level, 1, wanted)));
            row.put("twoThirds", LandingErrors.of(after(level, 2, wanted)));
            table.put(name(level), row);
        }
        return table;
    }

    private List<DealSkill> skill(List<DealRow> rows) {
        List<DealSkill> skills = new ArrayList<>();
        for (int horizon = 0; horizon < DealRow.HORIZONS.length; horizon++) {
            skills.add(DealSkill.of(rows, horizon, plan.samples()));
        }
        return skills;
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** The report to read. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String seeds = plan.firstSeed() < StudyPlan.EVALUATION ? "development" : "evaluation";
        lines.add(
                line(
                        "world %s: %d companies of %d reps, %d judged quarters each, %s seeds"
                                + " from %d; %d landings disputed, %d snapshots without odds",
                        plan.world().name().toLowerCase(Locale.ROOT),
                        companies,
                        plan.reps(),
                        plan.quarters(),
                        seeds,
                        plan.firstSeed(),
                        disputed,
                        withoutOdds));
        coverageLines(lines);
        errorLines(lines);
        skillLines(lines);
        quarterLines(lines);
        return lines;
    }

    private void coverageLines(List<String> lines) {
        lines.add("");
        lines.add(
                "P10–P90, %        third   covered ± 95%  stated   <P10 –P50 –P90 >P90    bias P50"
                        + "   mean  periods");
        coverage(r -> true)
                .forEach(
                        (level, thirds) ->
                                thirds.forEach(
                                        (third, c) -> lines.add(coverageLine(level, third, c))));
    }

    private static String coverageLine(String level, String third, Coverage c) {
        return line(
                "  %-14s %7s   %6.1f ± %4.1f   %6.1f   %5.1f %4.1f %4.1f %4.1f   %+9.1f %+6.1f  %7d",
                level,
                third,
                100 * c.covered(),
                100 * c.margin(),
                100 * c.stated(),
                100 * c.belowP10(),
                100 * c.belowP50(),
                100 * c.belowP90(),
                100 * c.aboveP90(),
                100 * c.bias(),
                100 * c.meanBias(),
                c.periods());
    }

    private void errorLines(List<String> lines) {
        lines.add("");
        lines.add("absolute error, %   after     P50   mean  stage-weighted  run rate   P50 ÷ s-w");
        errors(r -> true)
                .forEach(
                        (level, days) ->
                                days.forEach((day, e) -> lines.add(errorLine(level, day, e))));
    }

    private static String errorLine(String level, String day, LandingErrors e) {
        return line(
                "  %-14s %9s  %6.1f %6.1f %15.1f %9.1f %11.2f",
                level,
                day,
                100 * e.p50(),
                100 * e.mean(),
                100 * e.stageWeighted(),
                100 * e.runRate(),
                e.p50() / e.stageWeighted());
    }

    private void skillLines(List<String> lines) {
        lines.add("");
        lines.add(
                "deals               base    bias    Brier  oracle  base rate  ratio [95 %]"
                        + "             rows");
        for (DealSkill s : skill(deals)) {
            lines.add(
                    line(
                            "  %-15s %6.3f %+7.4f  %7.4f %7.4f %10.4f  %5.3f [%.3f, %.3f] %8d",
                            s.horizon(),
                            s.base(),
                            s.bias(),
                            s.brier(),
                            s.oracle(),
                            s.baseRate(),
                            s.ratio(),
                            s.low(),
                            s.high(),
                            s.rows()));
        }
    }

    private void quarterLines(List<String> lines) {
        lines.add("");
        lines.add(
                "company, by judged quarter   covered in each third, %      error of P50 and"
                        + " stage-weighted after 1/3, 2/3, %");
        for (int q = 0; q < plan.quarters(); q++) {
            int quarter = q;
            Predicate<LandingRow> wanted = r -> r.quarter() == quarter;
            double[] covered = new double[THIRDS.length];
            for (int third = 0; third < covered.length; third++) {
                covered[third] = 100 * Coverage.of(weekly(Level.COMPANY, third, wanted)).covered();
            }
            LandingErrors one = LandingErrors.of(after(Level.COMPANY, 1, wanted));
            LandingErrors two = LandingErrors.of(after(Level.COMPANY, 2, wanted));
            lines.add(
                    line(
                            "  %d %30.1f %6.1f %6.1f %18.1f %6.1f   %6.1f %6.1f",
                            q,
                            covered[0],
                            covered[1],
                            covered[2],
                            100 * one.p50(),
                            100 * one.stageWeighted(),
                            100 * two.p50(),
                            100 * two.stageWeighted()));
        }
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    /** All landing rows, for a dump. */
    List<LandingRow> landings() {
        return landings;
    }

    /** All wins, for a dump. */
    List<CompanyRows.Win> wins() {
        return wins;
    }

    /** All deal rows, for a dump. */
    List<DealRow> deals() {
        return deals;
    }
}
