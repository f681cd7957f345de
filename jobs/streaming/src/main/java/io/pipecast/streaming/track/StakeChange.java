package io.pipecast.streaming.track;

import io.pipecast.model.rollup.BridgeStep;
import io.pipecast.model.rollup.Stake;
import java.util.List;

/**
 * What a deal newly puts into the totals: minus the stake before, plus the stake after.
 *
 * @param before stake contributed last, or null
 * @param after stake from now on, or null
 * @param facts facts taken in since
 * @param asOf instant the new stake speaks of, epoch milliseconds
 * @param settled true for settled totals, false for provisional ones
 * @param windows which windows the stakes count in
 * @param steps the way from the one to the other by what it is put down to; empty for provisional
 *     changes
 */
public record StakeChange(
        Stake before,
        Stake after,
        int facts,
        long asOf,
        boolean settled,
        Windows windows,
        List<BridgeStep> steps) {
    /** Kinds of {@link io.pipecast.model.rollup.Window}s. */
    public enum Windows {
        /** Fiscal periods, which settled cuts and history consist of. */
        FISCAL,
        /** Rolling windows, which a replay states once, at its end. */
        ROLLING,
        /** Both. */
        ALL
    }

    /** A change of the settled totals. */
    public static StakeChange settled(
            Stake before, Stake after, int facts, long asOf, List<BridgeStep> steps) {
        return new StakeChange(before, after, facts, asOf, true, Windows.FISCAL, steps);
    }

    /** A change of the provisional totals. */
    public static StakeChange provisional(Stake before, Stake after, int facts, long asOf) {
        return new StakeChange(before, after, facts, asOf, false, Windows.ALL, List.of());
    }

    /** What a deal that is open at the end of a replay puts into the rolling windows. */
    public static StakeChange atTheEnd(Stake stake, long asOf) {
        return new StakeChange(null, stake, 0, asOf, true, Windows.ROLLING, List.of());
    }
}
