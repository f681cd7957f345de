package io.pipecast.board.views;

import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The newest changes of all deals that a sales leader would call news. */
public final class RecentMoves {
    private static final int KEPT = 2_000;

    private static final Set<String> NEWS =
            Stream.of(
                            DealField.LIFECYCLE,
                            DealField.STAGE,
                            DealField.OUTCOME,
                            DealField.OWNER,
                            DealField.CLOSE_DATE,
                            DealField.CATEGORY,
                            DealField.AMOUNT,
                            DealField.TERRITORY)
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());

    private static final Comparator<Move> NEWEST_FIRST =
            Comparator.comparingLong(Move::at)
                    .reversed()
                    .thenComparing(Move::opportunityId)
                    .thenComparing(Move::field)
                    .thenComparing(Move::to);

    private final ConcurrentSkipListSet<Move> moves = new ConcurrentSkipListSet<>(NEWEST_FIRST);

    void accept(DealForecast row) {
        long born = bornAt(row);
        Map<String, String> before = new HashMap<>();
        for (Change change : row.changes()) {
            String from = before.put(change.field(), change.value());
            boolean moved = !change.value().equals(from);
            if (moved && isNews(change) && (change.at() != born || isBirth(change))) {
                moves.add(move(row, change, from));
            }
        }
        while (moves.size() > KEPT) {
            moves.pollLast();
        }
    }

    private boolean isNews(Change change) {
        boolean tooOld = moves.size() >= KEPT && change.at() < moves.last().at();
        return !tooOld && NEWS.contains(change.field());
    }

    /**
     * When the deal came into being, as far as its changes say; what it began with is no news by
     * itself.
     */
    private static long bornAt(DealForecast row) {
        return row.changes().stream()
                .filter(RecentMoves::isBirth)
                .mapToLong(Change::at)
                .findFirst()
                .orElse(Long.MIN_VALUE);
    }

    private static boolean isBirth(Change change) {
        return change.field().equals(DealField.LIFECYCLE.name())
                && (change.value().equals(Lifecycle.CREATED.name())
                        || change.value().equals(Lifecycle.SNAPSHOT.name()));
    }

    private static Move move(DealForecast row, Change change, String from) {
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
