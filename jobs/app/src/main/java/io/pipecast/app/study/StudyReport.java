package io.pipecast.app.study;

import io.pipecast.app.study.LandingRow.Level;
import io.pipecast.simulator.WorldKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A study of a world as lines to read. */
final class StudyReport {
    private final StudyNumbers numbers;

    StudyReport(StudyNumbers numbers) {
        this.numbers = numbers;
    }

    /** The report to read. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String seeds =
                numbers.plan().firstSeed() < StudyPlan.EVALUATION ? "development" : "evaluation";
        lines.add(
                line(
                        "world %s: %d companies of %d reps, %d judged quarters each, %s seeds"
                                + " from %d; %d landings disputed, %d snapshots without odds",
                        numbers.plan().world().name().toLowerCase(Locale.ROOT),
                        numbers.companies(),
                        numbers.plan().reps(),
                        numbers.plan().quarters(),
                        seeds,
                        numbers.plan().firstSeed(),
                        numbers.disputed(),
                        numbers.withoutOdds()));
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
        numbers.coverage(r -> true)
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
        lines.add(
                "absolute error, %   after     P50   mean  stage-weighted  run rate   P50 ÷ s-w"
                        + "   with the true odds");
        numbers.errors(r -> true)
                .forEach(
                        (level, days) ->
                                days.forEach((day, e) -> lines.add(errorLine(level, day, e))));
    }

    private static String errorLine(String level, String day, LandingErrors e) {
        return line(
                "  %-14s %9s  %6.1f %6.1f %15.1f %9.1f %11.2f %16s",
                level,
                day,
                100 * e.p50(),
                100 * e.mean(),
                100 * e.stageWeighted(),
                100 * e.runRate(),
                e.p50() / e.stageWeighted(),
                Double.isNaN(e.trueOdds()) ? "" : line("%.1f", 100 * e.trueOdds()));
    }

    private void skillLines(List<String> lines) {
        lines.add("");
        lines.add(
                "deals               base    bias    Brier  oracle  base rate  ratio [95 %]"
                        + "             rows");
        for (DealSkill s : numbers.skill(numbers.deals())) {
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
        for (int q = 0; q < numbers.plan().quarters(); q++) {
            int quarter = q;
            Predicate<LandingRow> wanted = r -> r.quarter() == quarter;
            double[] covered = new double[StudyNumbers.THIRDS.length];
            for (int third = 0; third < covered.length; third++) {
                covered[third] =
                        100 * Coverage.of(numbers.weekly(Level.COMPANY, third, wanted)).covered();
            }
            LandingErrors one = LandingErrors.of(numbers.after(Level.COMPANY, 1, wanted));
            LandingErrors two = LandingErrors.of(numbers.after(Level.COMPANY, 2, wanted));
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
        recoveryLine(lines);
    }

    private void recoveryLine(List<String> lines) {
        if (numbers.plan().world() == WorldKind.REGIME) {
            lines.add(
                    numbers.recovered() == null
                            ? "  not recovered within the judged quarters"
                            : "  recovered from judged quarter " + numbers.recovered() + " on");
        }
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
