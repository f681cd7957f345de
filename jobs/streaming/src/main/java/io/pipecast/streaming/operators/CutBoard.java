package io.pipecast.streaming.operators;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.organization.Tree;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Ahead;
import io.pipecast.model.rollup.Landing;
import io.pipecast.model.rollup.NewBusiness;
import io.pipecast.model.rollup.OrgChart;
import io.pipecast.model.rollup.ScopeBook;
import io.pipecast.model.rollup.ScopeRows;
import io.pipecast.model.rollup.Window;
import io.pipecast.model.scoring.WinModel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Draws cuts: applies leaf deltas to the settled and the provisional totals and turns totals into
 * rows. Settled deltas wait for the watermark to pass their instant, so that a settled cut is
 * exactly of its instant.
 */
final class CutBoard {
    /**
     * Working days after its end during which an ended period is published on, until it is locked.
     */
    static final int LOCK_AFTER = 5;

    private static final int[] NONE = {};

    private final PipelineSettings settings;
    private final SteeringDesk desk;
    private final ScopeRows rows;
    private final CallBook calls = new CallBook();
    private final List<Steering> taken = new ArrayList<>();
    private final InstantCount holding = new InstantCount();
    private final ScopeBook settled = new ScopeBook();
    private final ScopeBook live = new ScopeBook();
    private final TreeMap<Long, List<LeafDelta>> waiting = new TreeMap<>();
    private final TreeChanges trees = new TreeChanges();
    private boolean steered;
    private int settledFollows;
    private int liveFollows;
    private long liveAsOf = Long.MIN_VALUE;
    private int liveDay = Integer.MIN_VALUE;
    private final FreshDeals settledFresh = new FreshDeals();
    private final FreshDeals liveFresh = new FreshDeals();
    private long cut;
    private long ticks;

    CutBoard(PipelineSettings settings, SteeringDesk desk) {
        this.settings = settings;
        this.desk = desk;
        this.rows = new ScopeRows(settings);
    }

    long end() {
        return desk.end();
    }

    void take(Steering record) {
        if (record.kind() == Steering.Kind.ACTION || !desk.take(record)) {
            return;
        }
        taken.add(record);
        holding.add(record.holdsFrom());
        switch (record.kind()) {
            case ORGANIZATION -> trees.changed(record.organization());
            case CALL -> calls.add(record.call());
            default -> {}
        }
        steered = true;
    }

    void take(LeafDelta delta) {
        if (delta.settled()) {
            waiting.computeIfAbsent(delta.asOf(), at -> new ArrayList<>()).add(delta);
        } else {
            liveAsOf = Math.max(liveAsOf, delta.asOf());
            live.add(delta.leaf(), delta.sums());
        }
    }

    /**
     * Publishes all scopes as of a settled instant: current and next period, a period not yet
     * locked; on the first day of a week and at the end of a replay the windows ahead; at the end
     * of a replay the rolling windows.
     */
    void settledCut(long at, Consumer<PipelineForecast> out) {
        ticks++;
        for (Map.Entry<Long, List<LeafDelta>> ready : waiting.headMap(at, true).entrySet()) {
            ready.getValue().forEach(delta -> settled.add(delta.leaf(), delta.sums()));
        }
        waiting.headMap(at, true).clear();
        AsOf asOf = new AsOf(settings.calendar(), at);
        follow(settled, settledFollows, at);
        settledFollows = trees.statements();
        settled.takeTouched();
        // a rolling window is another one every day: none is settled but at the end of a replay
        boolean last = at == desk.end();
        boolean ahead = last || startsWeek(asOf);
        publish(settled, asOf, scopes(settled, asOf, last, ahead), true, out);
    }

    /**
     * Publishes the scopes that changed since the last provisional cut; all of them on a new day or
     * organization.
     */
    void provisionalCut(Consumer<PipelineForecast> out) {
        if (liveAsOf == Long.MIN_VALUE) {
            return;
        }
        AsOf asOf = new AsOf(settings.calendar(), liveAsOf);
        boolean all = follow(live, liveFollows, liveAsOf) || asOf.day != liveDay;
        liveFollows = trees.statements();
        all |= steered;
        steered = false;
        liveDay = asOf.day;
        Set<ScopeBook.Scope> touched = live.takeTouched();
        List<ScopeBook.Scope> wanted = scopes(live, asOf, true, true);
        if (!all) {
            wanted.removeIf(scope -> !isTouched(scope, asOf, touched));
        }
        if (!wanted.isEmpty()) {
            publish(live, asOf, wanted, false, out);
        }
    }

    /** Whether a scope, or one that its landing is made of, has changed. */
    private static boolean isTouched(
            ScopeBook.Scope scope, AsOf asOf, Set<ScopeBook.Scope> touched) {
        return touched.contains(scope)
                || Ahead.isAhead(scope.window(), asOf)
                        && (touched.contains(scope.of(asOf.current.index()))
                                || touched.contains(scope.of(asOf.next.index())));
    }

    /**
     * Redraws the trees where they changed, a dated change has come into force, or another period
     * is locked: which nodes there are follows from the instant, not from when records were read.
     */
    private boolean follow(ScopeBook book, int follows, long at) {
        AsOf asOf = new AsOf(settings.calendar(), at);
        int oldest = Math.min(asOf.current.index() - 1, Window.firstOfYear(asOf));
        OrgChart last = book.chart();
        TreeChanges.Change change =
                last == null ? null : trees.between(last.instant(), follows, at);
        boolean due = last == null || book.oldest() != oldest || !change.isNone();
        if (due) {
            OrgChart chart = new OrgChart(desk.organization(), settings.calendar().days(), at);
            if (last == null || change.anywhere()) {
                book.follow(chart, oldest);
            } else {
                book.follow(chart, oldest, change.ids());
            }
        }
        return due;
    }

    private static boolean startsWeek(AsOf asOf) {
        return LocalDate.ofEpochDay(asOf.day).getDayOfWeek() == DayOfWeek.MONDAY;
    }

    /** All scopes of a cut in the order in which they are published. */
    private List<ScopeBook.Scope> scopes(
            ScopeBook book, AsOf asOf, boolean rolling, boolean withAhead) {
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
        Period ended = settings.calendar().fiscal().get(asOf.current.index() - 1);
        boolean open =
                settings.calendar().business().between(ended.endDay(), asOf.day) <= LOCK_AFTER;
        return IntStream.concat(windows, open ? IntStream.of(ended.index()) : IntStream.empty())
                .sorted()
                .toArray();
    }

    private void publish(
            ScopeBook book,
            AsOf asOf,
            List<ScopeBook.Scope> scopes,
            boolean isSettled,
            Consumer<PipelineForecast> out) {
        WinModel model = desk.inForce().model(asOf.instant);
        NewBusiness fresh = (isSettled ? settledFresh : liveFresh).of(book, asOf, model);
        long version = ticks + asOf.day + steeredBy(asOf.instant);
        ScopeRows.Cut head =
                new ScopeRows.Cut(
                        ++cut,
                        scopes.size(),
                        asOf,
                        isSettled,
                        version,
                        model.version(),
                        book,
                        fresh,
                        new Landing.Law(model.uncertainty()),
                        calls.asOf(asOf.instant));
        scopes.forEach(scope -> out.accept(rows.row(head, scope)));
    }

    /**
     * Steering records that hold at an instant: a count that does not depend on how far ahead the
     * job has read.
     */
    private long steeredBy(long instant) {
        return holding.upTo(instant);
    }

    /** Leaf totals and waiting deltas, for state. */
    List<LeafDelta> leaves() {
        List<LeafDelta> all = new ArrayList<>();
        settled.leaves()
                .forEach(
                        (leaf, sums) ->
                                all.add(new LeafDelta(leaf, Long.MIN_VALUE, true, sums.copy())));
        live.leaves()
                .forEach(
                        (leaf, sums) -> all.add(new LeafDelta(leaf, liveAsOf, false, sums.copy())));
        waiting.values().forEach(all::addAll);
        return all;
    }

    /** Everything taken in that steers, for state. */
    List<Steering> steering() {
        return List.copyOf(taken);
    }

    /** Number of the last cut and of ticks seen, for state. */
    List<Long> numbers() {
        return List.of(cut, ticks);
    }

    void restore(LeafDelta delta) {
        if (delta.settled() && delta.asOf() == Long.MIN_VALUE) {
            settled.add(delta.leaf(), delta.sums());
        } else {
            take(delta);
        }
    }

    /** Numbers the cuts to come above a number. */
    void numberFrom(long number) {
        cut = Math.max(cut, number);
    }

    /** Takes back what {@link #numbers} gave. */
    void restoreNumbers(long lastCut, long ticksSeen) {
        cut = lastCut;
        ticks = ticksSeen;
    }
}
