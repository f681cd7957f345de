package io.pipecast.board;

import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Explanation.Shift;
import java.util.List;

/** Why sample deals have the chance they have. */
final class SampleWhy {
    private static final double MILLION = 1_000_000;

    private SampleWhy() {}

    /**
     * Reasons that sum to a chance.
     *
     * @param chance millionths, neither 0 nor a million
     * @param weekBefore millionths, or 0 for a deal that was not open then
     */
    static Explanation of(int chance, int weekBefore) {
        List<Reason> reasons =
                List.of(
                        new Reason(
                                "buyer's replies",
                                "days since the buyer replied",
                                12.4,
                                3.2,
                                -640_000),
                        new Reason("owner", "changes of owner", 2, 0, -310_000),
                        new Reason(
                                "meetings", "days to the booked meeting", 3, Double.NaN, 270_000),
                        new Reason(
                                "owner's record", "the owner's record of wins", 0.3, 0.1, 150_000),
                        new Reason("amount", "amount against its segment", 0.1, 0.4, 120_000));
        int norm = logOdds(chance) + 640_000 + 310_000 - 270_000 - 150_000 - 120_000 - 5_000;
        Shift shift = weekBefore == 0 ? null : shift(chance, weekBefore);
        return new Explanation(norm, reasons, 5_000, shift);
    }

    private static Shift shift(int chance, int weekBefore) {
        int moved = logOdds(chance) - logOdds(weekBefore);
        Reason silence =
                new Reason(
                        "buyer's replies",
                        "days since the buyer replied",
                        12.4,
                        5.4,
                        moved - 7_000);
        return new Shift(weekBefore, List.of(silence), 7_000);
    }

    private static int logOdds(int millionths) {
        double p = millionths / MILLION;
        return (int) Math.rint(MILLION * Math.log(p / (1 - p)));
    }
}
