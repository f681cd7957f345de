package io.pipecast.streaming.operators;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Ahead;
import io.pipecast.model.rollup.NewBusiness;
import io.pipecast.model.rollup.ScopeBook;
import io.pipecast.model.rollup.Window;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Which scopes a cut consists of. */
final class CutScopes {
    /**
     * Working days after its end during which an ended period is published on, until it is locked.
     */
    static final int LOCK_AFTER = 5;

    private static final int[] NONE = {};

    private final SalesCalendar calendar;

    CutScopes(SalesCalendar calendar) {
        this.calendar = calendar;
    }

    /** First period whose totals are wanted: the one that may not be locked, and the year's. */
    static int oldest(AsOf asOf) {
        return Math.min(asOf.current.index() - 1, Window.firstOfYear(asOf));
    }

    /**
     * Whether it is the first day of a week, on which a settled cut looks beyond the next period.
     */
    static boolean startsWeek(AsOf asOf) {
        return LocalDate.ofEpochDay(asOf.day).getDayOfWeek() == DayOfWeek.MONDAY;
    }

    /** All scopes of a cut in the order in which they are published. */
    List<ScopeBook.Scope> of(ScopeBook book, AsOf asOf, boolean rolling, boolean withAhead) {
        int[] windows = windows(asOf, rolling);
        int[] ahead = withAhead ? Ahead.windows(asOf) : NONE;
        List<ScopeBook.Scope> scopes = new ArrayList<>();
        for (Tree tree : Tree.values()) {
            for (String node : book.chart().nodes(tree).keySet()) {
                for (int window : windows) {
                    scopes.add(new ScopeBook.Scope(tree, node, window));
                }
                for (int window : Ahead.isFor(book.chart(), tree, node) ? ahead : NONE) {
                    scopes.add(new ScopeBook.Scope(tree, node, window));
                }
            }
        }
        return scopes;
    }

    private int[] windows(AsOf asOf, boolean rolling) {
        IntStream windows =
                Arrays.stream(NewBusiness.windows(asOf))
                        .filter(window -> rolling || !Window.isRolling(window));
        Period ended = calendar.fiscal().get(asOf.current.index() - 1);
        boolean open = calendar.business().between(ended.endDay(), asOf.day) <= LOCK_AFTER;
        return IntStream.concat(windows, open ? IntStream.of(ended.index()) : IntStream.empty())
                .sorted()
                .toArray();
    }

    /** Whether a scope, or one that its landing is made of, has changed. */
    static boolean isTouched(ScopeBook.Scope scope, AsOf asOf, Set<ScopeBook.Scope> touched) {
        return touched.contains(scope)
                || Ahead.isAhead(scope.window(), asOf)
                        && (touched.contains(scope.of(asOf.current.index()))
                                || touched.contains(scope.of(asOf.next.index())));
    }
}
