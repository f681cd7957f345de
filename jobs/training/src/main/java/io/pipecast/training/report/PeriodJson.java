package io.pipecast.training.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.training.backtest.PeriodVerdict;
import io.pipecast.training.backtest.PeriodVerdict.Fan;
import io.pipecast.training.backtest.PeriodVerdict.FanDay;
import io.pipecast.training.backtest.PeriodVerdict.LevelScore;

/** The part of a backtest's JSON that is about periods. */
final class PeriodJson {
    private static final String[] PINBALL = {"p10", "p50", "p90"};

    private PeriodJson() {}

    static void write(ObjectNode to, PeriodVerdict verdict) {
        ArrayNode company = to.putArray("company");
        verdict.fans().forEach(fan -> fan(company.addObject(), fan));
        ArrayNode levels = to.putArray("levels");
        verdict.levels().forEach(level -> level(levels.addObject(), level));
        ArrayNode days = to.putArray("byDay");
        for (PeriodVerdict.DayScore day : verdict.days()) {
            ObjectNode node = days.addObject().put("day", day.day()).put("periods", day.periods());
            ObjectNode errors = node.putObject("meanAbsolutePercentageError");
            day.errors().forEach((key, error) -> BacktestJson.number(errors, key, error));
        }
        ArrayNode rights = to.putArray("right");
        for (PeriodVerdict.Right right : verdict.rights()) {
            ObjectNode node = rights.addObject().put("period", right.period());
            ArrayNode all = node.putArray("forecasts");
            for (PeriodVerdict.Since since : right.forecasters()) {
                ObjectNode of = all.addObject().put("key", since.key()).put("label", since.label());
                if (since.day() >= 0) {
                    of.put("sinceDay", since.day());
                }
                BacktestJson.number(of, "closestShare", since.closest());
            }
        }
    }

    private static void fan(ObjectNode to, Fan fan) {
        to.put("period", fan.period()).put("start", BacktestJson.date(fan.startDay()));
        to.put("end", BacktestJson.date(fan.endDay())).put("locked", fan.locked());
        to.put("landed", fan.landed());
        ArrayNode days = to.putArray("days");
        for (FanDay day : fan.days()) {
            ObjectNode node = days.addObject().put("day", day.day());
            BacktestJson.number(node, "elapsed", day.elapsed());
            money(node, "closed", day.closed());
            money(node, "p10", day.p10());
            money(node, "p50", day.p50());
            money(node, "p90", day.p90());
            money(node, "mean", day.mean());
            ObjectNode said = node.putObject("said");
            day.said().forEach((key, value) -> money(said, key, value));
        }
    }

    private static void level(ObjectNode to, LevelScore level) {
        to.put("tree", level.tree().name()).put("level", level.level()).put("part", level.part());
        to.put("nodes", level.nodes()).put("periods", level.periods());
        to.put("nodePeriods", level.nodePeriods()).put("midnights", level.midnights());
        BacktestJson.number(to, "coverage", level.coverage());
        ObjectNode pinball = to.putObject("pinball");
        for (int q = 0; q < PINBALL.length; q++) {
            BacktestJson.number(pinball, PINBALL[q], level.pinball().get(q));
        }
        ArrayNode scores = to.putArray("forecasts");
        for (PeriodVerdict.RivalScore score : level.scores()) {
            ObjectNode node = scores.addObject().put("key", score.key());
            node.put("label", score.label()).put("note", score.note());
            node.put("midnights", score.midnights());
            BacktestJson.number(node, "bias", score.bias());
            BacktestJson.number(node, "error", score.error());
            BacktestJson.number(node, "modelError", score.modelError());
        }
    }

    private static void money(ObjectNode to, String name, double minorUnits) {
        if (Double.isFinite(minorUnits)) {
            to.put(name, Math.round(minorUnits));
        }
    }
}
