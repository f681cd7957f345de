package io.pipecast.training.report;

import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.DealVerdict;
import io.pipecast.training.backtest.DealVerdict.Score;
import io.pipecast.training.backtest.PeriodVerdict.DayScore;
import io.pipecast.training.backtest.PeriodVerdict.LevelScore;
import io.pipecast.training.backtest.PeriodVerdict.RivalScore;
import io.pipecast.training.backtest.Resampling.Interval;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a person reads of a backtest on a terminal. */
public final class BacktestLines {
    private BacktestLines() {}

    /** The lines. */
    public static List<String> of(BacktestResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(Verdict.of(result).sentence());
        for (DealVerdict verdict : result.deals()) {
            deals(lines, verdict, verdict.target().key().equals(result.plan().target()));
        }
        for (LevelScore level : result.periods().levels()) {
            if (level.level() == 0 && level.tree().ordinal() == 0) {
                level(lines, level);
            }
        }
        weeks(lines, result.periods().days());
        return lines;
    }

    /** The lines of one target alone. */
    public static List<String> of(DealVerdict verdict) {
        List<String> lines = new ArrayList<>();
        deals(lines, verdict, false);
        return lines.subList(1, lines.size());
    }

    private static void deals(List<String> lines, DealVerdict verdict, boolean full) {
        lines.add("");
        lines.add(
                format(
                        "%s: %,d snapshots of %,d deals, %.1f %% true; %,d undecided, %,d unscored",
                        verdict.target().label(),
                        verdict.rows(),
                        verdict.deals(),
                        100 * verdict.base(),
                        verdict.undecided(),
                        verdict.unscored()));
        if (verdict.rows() == 0) {
            return;
        }
        lines.add(format("%-27s %-23s %-6s %-23s %s", "", "AUC", "LL", "Brier", "ECE"));
        verdict.scores().forEach(score -> lines.add(score(score)));
        for (Score score : verdict.scores()) {
            if (score.lead() != null) {
                lines.add(lead(score));
            }
        }
        if (!verdict.signal()) {
            lines.add("  no signal: what was known then does not tell which come true");
        }
        for (DealVerdict.CutVerdict cut :
                full ? verdict.cuts() : List.<DealVerdict.CutVerdict>of()) {
            cut(lines, cut);
        }
    }

    private static String score(Score score) {
        return format(
                "%-27s %.4f %s %.4f %.4f %s %.4f %s",
                score.label(),
                score.scores().auc(),
                range(score.auc(), "%.3f"),
                score.scores().logLoss(),
                score.scores().brier(),
                range(score.brier(), "%.3f"),
                score.scores().ece(),
                range(score.ece(), "%.3f"));
    }

    private static String lead(Score score) {
        return format(
                "  against %-20s AUC %+.4f %s, Brier × %.4f %s",
                score.key(),
                score.lead().auc(),
                range(score.lead().aucInterval(), "%+.4f"),
                score.lead().brierRatio(),
                range(score.lead().brierInterval(), "%.4f"));
    }

    private static void cut(List<String> lines, DealVerdict.CutVerdict cut) {
        Score model = cut.scores().get(0);
        lines.add(
                format(
                        "  model of %s: %,d rows, %,d deals, AUC %.4f, Brier %.4f, ECE %.4f",
                        LocalDate.ofEpochDay(cut.day()),
                        cut.rows(),
                        cut.deals(),
                        model.scores().auc(),
                        model.scores().brier(),
                        model.scores().ece()));
        for (Score score : cut.scores()) {
            if (score.key().equals("stageTime") || score.key().equals("odoo")) {
                lines.add("  " + lead(score));
            }
        }
    }

    private static void level(List<String> lines, LevelScore level) {
        lines.add("");
        lines.add(
                format(
                        "company, %s: %d periods, %d midnights; P10 to P90 held %.1f %%",
                        level.part(), level.periods(), level.midnights(), 100 * level.coverage()));
        for (RivalScore score : level.scores()) {
            lines.add(
                    format(
                            "  %-28s off by %6.1f %%, bias %+7.1f %%",
                            score.label(), 100 * score.error(), 100 * score.bias()));
        }
    }

    private static void weeks(List<String> lines, List<DayScore> days) {
        lines.add("");
        for (DayScore day : days) {
            if (day.day() % 7 == 0) {
                StringBuilder line =
                        new StringBuilder(format("day %d, %d periods:", day.day(), day.periods()));
                day.errors()
                        .forEach(
                                (key, error) ->
                                        line.append(format(" %s %.1f %%,", key, 100 * error)));
                lines.add(line.substring(0, line.length() - 1));
            }
        }
    }

    private static String range(Interval interval, String pattern) {
        return format("[" + pattern + ", " + pattern + "]", interval.low(), interval.high());
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
