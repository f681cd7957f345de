package io.pipecast.training.report;

import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.DealVerdict;
import io.pipecast.training.backtest.PeriodVerdict.LevelScore;
import io.pipecast.training.backtest.PeriodVerdict.RivalScore;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A backtest in a sentence: how far off the forecast was a third of the way into its periods, next
 * to the best of what else the company has; without whole periods, how well it told deals apart.
 *
 * @param kind better, even or worse than what it is compared with; mixed where it is better than
 *     that but a rule of thumb was closer; unknown where nothing could be judged
 * @param sentence for people
 * @param periods whole periods behind it
 * @param rival key of what it is compared with, or null
 * @param error of the forecast, NaN when no period was judged
 * @param rivalError the rival's on the same midnights
 * @param closer keys of the rules of thumb that were closer
 * @param coverage share of midnights at which P10 to P90 held what was landed on
 */
record Verdict(
        String kind,
        String sentence,
        int periods,
        String rival,
        double error,
        double rivalError,
        List<String> closer,
        double coverage) {
    private static final List<String> CRM = List.of("stageWeighted", "calls", "commit");
    private static final List<String> RULES = List.of("lastPeriod", "runRate", "historicCurve");
    private static final double EVEN = 0.10;

    static Verdict of(BacktestResult result) {
        Optional<LevelScore> early = level(result, "at one third");
        RivalScore model = early.map(level -> level.score(DealVerdict.MODEL)).orElse(null);
        if (model == null || Double.isNaN(model.error())) {
            return ofDeals(result);
        }
        LevelScore level = early.get();
        RivalScore rival = bestOf(level);
        double coverage = level(result, "all").map(LevelScore::coverage).orElse(Double.NaN);
        String of =
                format(
                        "One third into the period, the forecast was off by %s on average over %s",
                        percent(model.error()),
                        level.periods() == 1 ? "1 period" : level.periods() + " periods");
        if (rival == null) {
            return new Verdict(
                    "even",
                    of + ".",
                    level.periods(),
                    null,
                    model.error(),
                    Double.NaN,
                    List.of(),
                    coverage);
        }
        double ratio = rival.modelError() / rival.error();
        List<RivalScore> closer = closer(level);
        String kind = ratio < 1 - EVEN ? "better" : ratio > 1 + EVEN ? "worse" : "even";
        String sentence = format("%s; %s by %s", of, rival.label(), percent(rival.error()));
        for (RivalScore rule : closer) {
            sentence += format("; %s by %s", rule.label(), percent(rule.error()));
        }
        return new Verdict(
                kind.equals("better") && !closer.isEmpty() ? "mixed" : kind,
                sentence + ".",
                level.periods(),
                rival.key(),
                rival.modelError(),
                rival.error(),
                closer.stream().map(RivalScore::key).toList(),
                coverage);
    }

    private static RivalScore bestOf(LevelScore level) {
        return CRM.stream()
                .map(level::score)
                .filter(score -> score != null && !Double.isNaN(score.error()))
                .min(java.util.Comparator.comparingDouble(RivalScore::error))
                .orElse(null);
    }

    /** The rules of thumb that were closer than the model on the midnights at which they spoke. */
    private static List<RivalScore> closer(LevelScore level) {
        return RULES.stream()
                .map(level::score)
                .filter(score -> score != null && score.error() < score.modelError())
                .toList();
    }

    private static Optional<LevelScore> level(BacktestResult result, String part) {
        return result.periods().levels().stream()
                .filter(level -> level.level() == 0 && level.part().equals(part))
                .findFirst();
    }

    private static Verdict ofDeals(BacktestResult result) {
        DealVerdict deals = result.deals().get(0);
        if (deals.rows() == 0) {
            return new Verdict(
                    "unknown",
                    "No period has ended and no deal was decided in the time asked for.",
                    0,
                    null,
                    Double.NaN,
                    Double.NaN,
                    List.of(),
                    Double.NaN);
        }
        double auc = deals.score(DealVerdict.MODEL).scores().auc();
        DealVerdict.Score rival = deals.score("stageTime");
        String kind =
                rival.lead().brierInterval().high() < 1
                        ? "better"
                        : rival.lead().brierInterval().low() > 1 ? "worse" : "even";
        return new Verdict(
                kind,
                format(
                        "No whole period could be judged. Of two deals, the one that was %s had "
                                + "the higher probability in %s of cases; by stage and time in "
                                + "stage alone, in %s.",
                        deals.target().label(), percent(auc), percent(rival.scores().auc())),
                0,
                rival.key(),
                Double.NaN,
                Double.NaN,
                List.of(),
                Double.NaN);
    }

    private static String percent(double share) {
        return format(share < 0.0995 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
