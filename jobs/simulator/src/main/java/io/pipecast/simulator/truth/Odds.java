package io.pipecast.simulator.truth;

import io.pipecast.codec.json.JsonLine;
import io.pipecast.codec.json.JsonText;

/**
 * The best anybody could say about an open deal: how often it is won when the world is lived on
 * from its hidden state. Chances carry the sampling error of {@code samples} lives.
 *
 * @param opportunityId deal
 * @param day epoch day at whose first instant the odds hold
 * @param samples lives tried
 * @param within14d chance to be won within 14 calendar days
 * @param within30d chance to be won within 30 calendar days
 * @param currentPeriod chance to be won within the running quarter
 * @param nextPeriod chance to be won within the quarter after it
 * @param ever chance to be won within about a year
 */
public record Odds(
        String opportunityId,
        int day,
        int samples,
        double within14d,
        double within30d,
        double currentPeriod,
        double nextPeriod,
        double ever) {
    /** As one line of JSON. */
    public String line() {
        JsonText out = new JsonText(220);
        JsonLine line = new JsonLine(out).open().text("opportunityId", opportunityId);
        line.date("day", day).number("samples", samples).name("probabilities").open();
        line.measured("within14d", within14d).measured("within30d", within30d);
        line.measured("currentPeriod", currentPeriod).measured("nextPeriod", nextPeriod);
        line.measured("ever", ever).close().close();
        return out.toString();
    }
}
