package io.pipecast.board.views;

import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;

/** The newest changes of all deals; activities are too many to be news. */
public final class RecentMoves {
    private static final int KEPT = 2_000;

    private static final Comparator<Move> NEWEST_FIRST =
            Comparator.comparingLong(Move::at)
                    .reversed()
                    .thenComparing(Move::opportunityId)
                    .thenComparing(Move::field)
                    .thenComparing(Move::to);

    private final ConcurrentSkipListSet<Move> moves = new ConcurrentSkipListSet<>(NEWEST_FIRST);

    void accept(DealForecast row) {
        for (int i = 0; i < row.changes().size(); i++) {
            Change change = row.changes().get(i);
            if (isNews(change)) {
                moves.add(move(row, change, i));
            }
        }
        while (moves.size() > KEPT) {
            moves.pollLast();
        }
    }

    private boolean isNews(Change change) {
        boolean tooOld = moves.size() >= KEPT && change.at() < moves.last().at();
        return !tooOld && change.value() != null && !change.field().equals("ACTIVITY");
    }

    private static Move move(DealForecast row, Change change, int i) {
        String from = null;
        for (int j = i - 1; j >= 0 && from == null; j--) {
            Change before = row.changes().get(j);
            from = before.field().equals(change.field()) ? before.value() : null;
        }
        return new Move(
                change.at(),
                row.opportunityId(),
                row.name(),
                row.owner(),
                row.territory(),
                change.field(),
                from,
                change.value(),
                row.currency());
    }

    /** The wanted moves, newest first. */
    public List<Move> newest(Predicate<Move> wanted, int limit) {
        return moves.stream().filter(wanted).limit(limit).toList();
    }
}
