package io.pipecast.streaming.operators;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.organization.Tree;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Demand;
import io.pipecast.model.rollup.Landing;
import io.pipecast.model.rollup.NewBusiness;
import io.pipecast.model.rollup.NewBusinessBridge;
import io.pipecast.model.rollup.OrgChart;
import io.pipecast.model.rollup.PeriodCourse;
import io.pipecast.model.rollup.ScopeBook;
import io.pipecast.model.rollup.ScopeRows;
import io.pipecast.model.scoring.WinModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Draws cuts: applies leaf deltas to the settled and the provisional totals and turns totals into
 * rows. Settled deltas wait for the watermark to pass their instant, so that a settled cut is
 * exactly of its instant.
 */
final class CutBoard {
    private final PipelineSettings settings;
    private final SteeringDesk desk;
    private final CutScopes scopes;
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
    private final Conversions conversions = new Conversions();
    private final FreshDeals liveFresh = new FreshDeals();
    private final FreshMoves settledFresh = new FreshMoves();
    private final PeriodCourse course = new PeriodCourse();
    private long settledAt = Long.MIN_VALUE;
    private int takenThen;
    private long cut;
    private long ticks;

    CutBoard(PipelineSettings settings, SteeringDesk desk) {
        this.settings = settings;
        this.desk = desk;
        this.scopes = new CutScopes(settings.calendar());
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
        AsOf asOf = new AsOf(settings.calendar(), at);
        if (settled.chart() == null) {
            followSettled(at);
        }
        // first what came is added where it belonged the midnight before, then the organization is
        // followed: so it is known which of the two moved a total
        drain(at);
        WinModel model = desk.inForce().model(at);
        settledFresh.before(settled, asOf, model);
        followSettled(at);
        settled.follow(course.follow(settled, settledFresh::modelled, asOf, model));
        settled.takeTouched();
        // a rolling window is another one every day: none is settled but at the end of a replay
        boolean last = at == desk.end();
        boolean ahead = last || CutScopes.startsWeek(asOf);
        publish(settled, asOf, scopes.of(settled, asOf, last, ahead), true, out);
        settled.forgetBridges();
        settledAt = at;
        takenThen = taken.size();
    }

    /** Whether a row of the last settled cut is of a manager's team, a territory or the company. */
    boolean isTeam(PipelineForecast row) {
        return row.tree() == Tree.TERRITORY
                || !settled.chart().children(row.tree(), row.node()).isEmpty();
    }

    private void drain(long at) {
        for (Map.Entry<Long, List<LeafDelta>> ready : waiting.headMap(at, true).entrySet()) {
            ready.getValue()
                    .forEach(delta -> settled.add(delta.leaf(), delta.sums(), delta.bridge()));
        }
        waiting.headMap(at, true).clear();
    }

    private void followSettled(long at) {
        follow(settled, settledFollows, at);
        settledFollows = trees.statements();
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
        all |= live.follow(course.demand());
        liveFollows = trees.statements();
        all |= steered;
        steered = false;
        liveDay = asOf.day;
        Set<ScopeBook.Scope> touched = live.takeTouched();
        List<ScopeBook.Scope> wanted = scopes.of(live, asOf, true, true);
        Set<ScopeBook.Scope> converted = conversions.changed(live, wanted);
        if (!all) {
            wanted.removeIf(
                    scope ->
                            !CutScopes.isTouched(scope, asOf, touched)
                                    && !converted.contains(Conversions.companyOf(scope)));
        }
        if (!wanted.isEmpty()) {
            publish(live, asOf, wanted, false, out);
        }
    }

    /**
     * Redraws the trees where they changed, a dated change has come into force, or another period
     * is locked: which nodes there are follows from the instant, not from when records were read.
     */
    private boolean follow(ScopeBook book, int follows, long at) {
        AsOf asOf = new AsOf(settings.calendar(), at);
        int oldest = CutScopes.oldest(asOf);
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

    private void publish(
            ScopeBook book,
            AsOf asOf,
            List<ScopeBook.Scope> wanted,
            boolean isSettled,
            Consumer<PipelineForecast> out) {
        WinModel model = desk.inForce().model(asOf.instant);
        Demand demand = course.demand();
        NewBusinessBridge moved = isSettled ? settledFresh.after(book, asOf, model, demand) : null;
        NewBusiness fresh = isSettled ? moved.after() : liveFresh.of(book, asOf, model, demand);
        long version = ticks + asOf.day + steeredBy(asOf.instant);
        ScopeRows.Cut head =
                new ScopeRows.Cut(
                        ++cut,
                        wanted.size(),
                        asOf,
                        isSettled,
                        version,
                        model.version(),
                        book,
                        fresh,
                        new Landing.Law(model.uncertainty(), demand),
                        calls.asOf(asOf.instant),
                        moved);
        wanted.forEach(scope -> out.accept(rows.row(head, scope)));
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

    /**
     * Number of the last cut and of ticks seen, the course of the running period, and from when the
     * settled totals stand as they do: the last settled instant, the one their chart is of, and how
     * many records steered then.
     */
    List<Long> numbers() {
        long chart = settled.chart() == null ? Long.MIN_VALUE : settled.chart().instant();
        List<Long> numbers = new ArrayList<>();
        numbers.addAll(List.of(cut, ticks, settledAt, chart, (long) takenThen));
        numbers.addAll(course.numbers());
        return numbers;
    }

    /** Takes everything back that was given for state. */
    void restore(List<Long> numbers, List<Steering> steering, List<LeafDelta> leaves) {
        if (numbers.isEmpty()) {
            return;
        }
        cut = numbers.get(0);
        ticks = numbers.get(1);
        course.restore(numbers.subList(Math.min(5, numbers.size()), numbers.size()));
        boolean dated = numbers.size() > 2 && numbers.get(2) != Long.MIN_VALUE;
        takenThen = dated ? Math.toIntExact(numbers.get(4)) : 0;
        // what came after the last settled cut must not move its totals unseen
        steering.subList(0, takenThen).forEach(this::take);
        leaves.forEach(this::restore);
        if (dated) {
            resume(numbers.get(2), numbers.get(3));
        }
        steering.subList(takenThen, steering.size()).forEach(this::take);
    }

    /** Hangs the settled totals where they hung at the last settled cut. */
    private void resume(long at, long chart) {
        settledAt = at;
        AsOf asOf = new AsOf(settings.calendar(), at);
        settled.follow(
                new OrgChart(desk.organization(), settings.calendar().days(), chart),
                CutScopes.oldest(asOf));
        settledFollows = trees.statements();
        settled.follow(course.demand());
        settled.forgetBridges();
        settledFresh.publish(settled, asOf, desk.inForce().model(at), course.demand());
    }

    private void restore(LeafDelta delta) {
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
}
