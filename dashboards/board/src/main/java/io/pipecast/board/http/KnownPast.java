package io.pipecast.board.http;

import io.pipecast.board.access.Seen;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What had been closed at an instant as known now: the deals below a node that are won today, by
 * when they closed and what they are worth, so what was told late, corrected, reopened or deleted
 * since counts where it belongs. Amounts are minor units of the corporate currency, instants epoch
 * milliseconds.
 */
final class KnownPast {
    private static final long DAY_MILLIS = 86_400_000L;

    /** When deals closed, in order, and what had been closed with each and before. */
    private final long[] closedAt;

    private final long[] sums;
    private final long from;
    private final boolean told;

    private KnownPast(List<DealForecast> won, PipelineForecast row, long start, long from) {
        this.closedAt = won.stream().mapToLong(DealForecast::closedAt).toArray();
        this.sums = won.stream().mapToLong(DealForecast::corporateAmount).toArray();
        Arrays.parallelPrefix(sums, Long::sum);
        this.from = from;
        this.told = agrees(row, start);
    }

    /**
     * The past of a node.
     *
     * @param row what is forecast for the node and the period shown
     * @param start first instant of that period
     * @param from since when every deal that closed is still known
     */
    static KnownPast of(Seen views, Scope scope, PipelineForecast row, long start, long from) {
        List<DealForecast> won =
                views.deals().stream()
                        .filter(deal -> deal.outcome() == Outcome.WON)
                        .filter(deal -> deal.corporateAmount() != Quantity.MISSING)
                        .filter(deal -> scope.holds(deal.owner(), deal.territory()))
                        .sorted(Comparator.comparingLong(DealForecast::closedAt))
                        .toList();
        return new KnownPast(won, row, start, from);
    }

    /**
     * Whether these deals make the sum that the job says is closed, but for what closed within a
     * day: deals and sums arrive one after the other. Where credits are split, or deals changed
     * hands after they closed, they do not, and then they do not tell the past either.
     */
    private boolean agrees(PipelineForecast row, long start) {
        long now = row.asOf();
        long closed = row.value(Quantity.CLOSED);
        long recent = sum(now - DAY_MILLIS, Long.MAX_VALUE);
        return closed != Quantity.MISSING && Math.abs(sum(start, now) - closed) <= recent;
    }

    /** Whether the deals on this board tell the past of the node. */
    boolean isTold() {
        return told;
    }

    /** What had been closed by an instant since the start of a period, or null where not known. */
    Long closed(long start, long by) {
        return told && start >= from ? (Long) sum(start, by) : null;
    }

    private long sum(long start, long end) {
        return before(end) - before(start);
    }

    private long before(long instant) {
        int found = Arrays.binarySearch(closedAt, instant);
        int next = found < 0 ? -found - 1 : found;
        while (next > 0 && closedAt[next - 1] == instant) {
            next--;
        }
        return next == 0 ? 0 : sums[next - 1];
    }
}
