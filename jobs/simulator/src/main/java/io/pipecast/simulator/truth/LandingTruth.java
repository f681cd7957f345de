package io.pipecast.simulator.truth;

import io.pipecast.codec.json.JsonLine;
import io.pipecast.codec.json.JsonText;
import io.pipecast.domain.organization.Tree;

/**
 * What a node booked in a quarter, counted once the quarter was over: what every forecast of it
 * should have said.
 *
 * @param period quarter id
 * @param tree tree of the node
 * @param node node id
 * @param amount won amounts, US cents, each at the rate published for its day
 * @param wins deals won
 */
public record LandingTruth(String period, Tree tree, String node, long amount, int wins) {
    /** As one line of JSON. */
    public String line() {
        JsonText out = new JsonText(120);
        JsonLine line = new JsonLine(out).open().text("period", period).symbol("tree", tree);
        line.text("node", node).number("amount", amount).number("wins", wins).close();
        return out.toString();
    }
}
