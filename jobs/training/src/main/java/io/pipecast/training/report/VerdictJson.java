package io.pipecast.training.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The verdict in a backtest's JSON. */
final class VerdictJson {
    private VerdictJson() {}

    static void write(ObjectNode to, Verdict verdict) {
        to.put("kind", verdict.kind()).put("sentence", verdict.sentence());
        to.put("periods", verdict.periods());
        if (verdict.rival() != null) {
            to.put("rival", verdict.rival());
        }
        BacktestJson.number(to, "error", verdict.error());
        BacktestJson.number(to, "rivalError", verdict.rivalError());
        ArrayNode closer = to.putArray("closer");
        verdict.closer().forEach(closer::add);
        BacktestJson.number(to, "coverage", verdict.coverage());
    }
}
