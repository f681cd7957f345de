package io.pipecast.simulator.truth;

import io.pipecast.codec.json.JsonLine;
import io.pipecast.codec.json.JsonText;
import io.pipecast.domain.deal.DealType;
import java.util.List;

/**
 * What was really the matter with a deal: known to the world, shown to no forecaster.
 *
 * @param opportunityId deal
 * @param dealType kind of business
 * @param createdDay epoch day of creation
 * @param quality hidden quality, about normal(0, 1)
 * @param skill hidden skill of its last owner, about normal(0, 0.45)
 * @param zombie never to be decided
 * @param outcome WON, LOST, GONE (deleted or merged away) or OPEN
 * @param endedAt epoch milliseconds of the end, 0 while open
 * @param currency currency of the amount
 * @param amount last entered or signed amount, minor units; 0 where there is none
 * @param turns when stage or the buyer's interest changed, in order
 */
public record DealTruth(
        String opportunityId,
        DealType dealType,
        int createdDay,
        double quality,
        double skill,
        boolean zombie,
        String outcome,
        long endedAt,
        String currency,
        long amount,
        List<Turn> turns) {

    /**
     * A turn of a deal's life.
     *
     * @param day epoch day
     * @param stage index of the open stage from then on
     * @param warm whether the buyer is interested from then on
     */
    public record Turn(int day, int stage, boolean warm) {}

    /** As one line of JSON. */
    public String line() {
        JsonText out = new JsonText(400);
        JsonLine line = new JsonLine(out).open().text("opportunityId", opportunityId);
        line.symbol("dealType", dealType).date("created", createdDay);
        line.measured("quality", quality).measured("skill", skill).truth("zombie", zombie);
        line.text("outcome", outcome);
        if (endedAt != 0) {
            line.instant("endedAt", endedAt);
        }
        line.text("currency", currency).number("amount", amount).openArray("turns");
        for (Turn turn : turns) {
            line.open().date("day", turn.day).number("stage", turn.stage);
            line.truth("warm", turn.warm).close();
        }
        line.closeArray().close();
        return out.toString();
    }
}
