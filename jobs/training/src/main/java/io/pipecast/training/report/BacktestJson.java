package io.pipecast.training.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.DealVerdict;
import io.pipecast.training.backtest.ProbabilityScores;
import io.pipecast.training.backtest.Resampling.Interval;
import java.time.LocalDate;
import java.util.List;

/**
 * A backtest as one JSON document, described by {@code schemas/backtest.md}: money in minor units,
 * dates {@code yyyy-MM-dd}, figures to six decimals, what is not known left out. Equal results give
 * equal bytes.
 */
public final class BacktestJson {
    /** Name of the format. */
    public static final String FORMAT = "pipecast-backtest";

    /** Version of the format: grows when a field changes its meaning or goes. */
    public static final int VERSION = 1;

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final double DIGITS = 1e6;

    private BacktestJson() {}

    /** The document. */
    public static ObjectNode tree(BacktestResult result) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT).put("version", VERSION);
        root.put("company", result.company()).put("currency", result.currency());
        root.put("currencyDigits", MinorUnits.exponent(result.currency()));
        log(root.putObject("log"), result.log());
        plan(root.putObject("plan"), result.plan());
        for (BacktestResult.Cut cut : result.cuts()) {
            ObjectNode node = array(root, "models").addObject();
            node.put("from", date(cut.day())).put("version", cut.version());
            ObjectNode metrics = node.putObject("training");
            cut.metrics().forEach((name, value) -> number(metrics, name, value));
        }
        ArrayNode missing = root.putArray("notInSource");
        result.notInSource().forEach(missing::add);
        VerdictJson.write(root.putObject("verdict"), Verdict.of(result));
        ObjectNode deals = root.putObject("deals");
        deals.put("openMidnights", result.openMidnights()).put("snapshots", result.snapshots());
        ArrayNode targets = deals.putArray("targets");
        result.deals().forEach(verdict -> target(targets.addObject(), verdict));
        PeriodJson.write(root.putObject("periods"), result.periods());
        return root;
    }

    /** The document as text. */
    public static String text(BacktestResult result) {
        try {
            return JSON.writeValueAsString(tree(result)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of plain values can be written", e);
        }
    }

    private static void log(ObjectNode to, BacktestResult.Log log) {
        to.put("lines", log.lines()).put("rejected", log.rejected()).put("deals", log.deals());
        to.put("won", log.won()).put("lost", log.lost());
        to.put("firstDay", date(log.firstDay())).put("lastDay", date(log.lastDay()));
        to.put("fingerprint", log.fingerprint());
    }

    private static void plan(ObjectNode to, BacktestResult.Plan plan) {
        to.put("from", date(plan.fromDay())).put("to", date(plan.toDay()));
        to.put("trainedEveryDays", plan.everyDays()).put("snapshotEveryDays", plan.snapshotDays());
        to.put("periodShiftDays", plan.shiftDays());
        ArrayNode stages = to.putArray("stages");
        plan.stages().forEach(stages::add);
        to.put("target", plan.target()).put("draws", plan.draws()).put("seed", plan.seed());
        if (plan.givenModel() != null) {
            to.put("givenModel", plan.givenModel());
        }
    }

    private static void target(ObjectNode to, DealVerdict verdict) {
        to.put("target", verdict.target().key()).put("label", verdict.target().label());
        to.put("rows", verdict.rows()).put("deals", verdict.deals());
        to.put("undecided", verdict.undecided()).put("unscored", verdict.unscored());
        number(to, "base", verdict.base());
        to.put("signal", verdict.signal());
        scores(to.putArray("forecasts"), verdict.scores(), true);
        ArrayNode models = to.putArray("byModel");
        for (DealVerdict.CutVerdict cut : verdict.cuts()) {
            ObjectNode node = models.addObject();
            node.put("from", date(cut.day()));
            node.put("rows", cut.rows()).put("deals", cut.deals());
            number(node, "base", cut.base());
            scores(node.putArray("forecasts"), cut.scores(), false);
        }
        ArrayNode groups = to.putArray("groups");
        verdict.groups().forEach(group -> group(groups.addObject(), group));
        ArrayNode curves = to.putArray("reliability");
        for (DealVerdict.Curve curve : verdict.curves()) {
            ObjectNode node = curves.addObject().put("by", curve.by()).put("value", curve.value());
            ArrayNode bins = node.putArray("bins");
            curve.bins().forEach(bin -> bin(bins.addObject(), bin));
        }
    }

    private static void scores(ArrayNode to, List<DealVerdict.Score> scores, boolean inWords) {
        for (DealVerdict.Score score : scores) {
            ObjectNode node = to.addObject().put("key", score.key());
            if (inWords) {
                node.put("label", score.label()).put("note", score.note());
            }
            figures(node, score.scores());
            number(node, "skill", score.skill());
            interval(node, "aucInterval", score.auc());
            interval(node, "logLossInterval", score.logLoss());
            interval(node, "brierInterval", score.brier());
            interval(node, "eceInterval", score.ece());
            if (score.lead() != null) {
                ObjectNode lead = node.putObject("modelAgainst");
                number(lead, "auc", score.lead().auc());
                interval(lead, "aucInterval", score.lead().aucInterval());
                number(lead, "brierRatio", score.lead().brierRatio());
                interval(lead, "brierRatioInterval", score.lead().brierInterval());
            }
        }
    }

    private static void figures(ObjectNode to, ProbabilityScores scores) {
        number(to, "auc", scores.auc());
        number(to, "logLoss", scores.logLoss());
        number(to, "brier", scores.brier());
        number(to, "ece", scores.ece());
    }

    private static void group(ObjectNode to, DealVerdict.Group group) {
        to.put("by", group.by()).put("value", group.value());
        to.put("rows", group.rows()).put("deals", group.deals());
        number(to, "stated", group.stated());
        number(to, "observed", group.observed());
        interval(to, "gapInterval", group.gap());
        figures(to, group.scores());
        number(to, "stageTimeBrier", group.rival());
    }

    private static void bin(ObjectNode to, DealVerdict.Bin bin) {
        to.put("rows", bin.rows());
        number(to, "stated", bin.stated());
        number(to, "observed", bin.observed());
        interval(to, "observedInterval", bin.interval());
    }

    /** The array of a name, made if need be. */
    static ArrayNode array(ObjectNode in, String name) {
        return in.has(name) ? (ArrayNode) in.get(name) : in.putArray(name);
    }

    /** A figure to six decimals, left out when it is not a finite number. */
    static void number(ObjectNode to, String name, double value) {
        if (Double.isFinite(value)) {
            to.put(name, Math.rint(value * DIGITS) / DIGITS);
        }
    }

    /** An interval as [low, high], left out when it is not known. */
    static void interval(ObjectNode to, String name, Interval interval) {
        if (Double.isFinite(interval.low()) && Double.isFinite(interval.high())) {
            ArrayNode ends = to.putArray(name);
            ends.add(Math.rint(interval.low() * DIGITS) / DIGITS);
            ends.add(Math.rint(interval.high() * DIGITS) / DIGITS);
        }
    }

    /** A day as ISO date. */
    static String date(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}
