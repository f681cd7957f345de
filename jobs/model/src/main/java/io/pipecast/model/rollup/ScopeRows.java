package io.pipecast.model.rollup;

import static io.pipecast.domain.forecast.Quantity.MISSING;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import java.util.Arrays;
import java.util.List;

/**
 * Turns a scope's totals into its published row: every quantity of the definitions that the source
 * can fill.
 */
public final class ScopeRows {
    private final PipelineSettings settings;
    private final List<Quantity> absent;
    private final List<String> notInSource;

    public ScopeRows(PipelineSettings settings) {
        this.settings = settings;
        this.absent = NotInSource.of(settings.source());
        this.notInSource = absent.stream().map(q -> q.key).toList();
    }

    /**
     * What the rows of one cut share: number, size, instant, model, totals, expectation from new
     * deals and law of landings, and for a settled cut what moved that expectation since the
     * midnight before, else null.
     */
    public record Cut(
            long number,
            int rows,
            AsOf asOf,
            boolean settled,
            long version,
            String modelVersion,
            ScopeBook book,
            NewBusiness fresh,
            Landing.Law law,
            Calls calls,
            NewBusinessBridge freshBridge) {}

    /** The newest calls per scope, as of the cut. */
    public interface Calls {
        /**
         * Called commit and best case of a node and period, {@link Quantity#MISSING} where none;
         * never null.
         */
        long[] of(Tree tree, String node, String period);
    }

    /** The row of a scope. */
    public PipelineForecast row(Cut cut, ScopeBook.Scope scope) {
        AsOf asOf = cut.asOf();
        OrgChart.Node node = cut.book().chart().nodes(scope.tree()).get(scope.node());
        boolean rolling = Window.isRolling(scope.window());
        Period period = rolling ? null : asOf.calendar.fiscal().get(scope.window());
        long[] values = values(cut, scope, period);
        return new PipelineForecast(
                cut.number(),
                cut.rows(),
                scope.tree(),
                scope.node(),
                node.name(),
                node.parent(),
                node.level(),
                Window.id(scope.window(), asOf),
                role(scope.window(), asOf),
                Window.startDay(scope.window(), asOf),
                Window.endDay(scope.window(), asOf),
                asOf.instant,
                cut.settled(),
                cut.version() + cut.book().facts(),
                cut.modelVersion(),
                settings.currency(),
                values,
                notInSource);
    }

    private static PeriodRole role(int window, AsOf asOf) {
        if (Window.isRolling(window)) {
            return PeriodRole.ROLLING;
        }
        int ahead = window - asOf.current.index();
        return ahead == 0 ? PeriodRole.CURRENT : ahead > 0 ? PeriodRole.NEXT : PeriodRole.PAST;
    }

    private long[] values(Cut cut, ScopeBook.Scope scope, Period period) {
        long[] v = new long[Quantity.values().length];
        Arrays.fill(v, MISSING);
        Ahead.Parts parts = Ahead.parts(cut.book(), scope, cut.asOf());
        Sums sums = parts.sums();
        PlainQuantities.put(v, sums);
        cumulate(v, sums);
        rates(v, sums);
        long quota = MISSING;
        if (period == null) {
            forgetLedger(v);
            set(
                    v,
                    Quantity.CLOSED,
                    scope.window() == Window.YEAR ? sums.get(Measure.CLOSED) : MISSING);
        } else {
            quota = againstQuota(v, cut, scope, period);
        }
        landing(v, parts, cut, scope, quota);
        // rows beyond the next period are not stated every midnight, nor are rolling windows
        if (cut.freshBridge() != null
                && period != null
                && !Ahead.isAhead(scope.window(), cut.asOf())) {
            bridge(v, cut, scope);
        }
        absent.forEach(q -> set(v, q, MISSING));
        return v;
    }

    private static void cumulate(long[] v, Sums sums) {
        long commit = sums.get(Measure.CLOSED) + sums.get(Measure.COMMIT);
        long best = commit + sums.get(Measure.BEST_CASE);
        set(v, Quantity.CUMULATIVE_COMMIT, commit);
        set(v, Quantity.CUMULATIVE_BEST_CASE, best);
        set(v, Quantity.CUMULATIVE_PIPELINE, best + sums.get(Measure.PIPELINE));
        set(
                v,
                Quantity.STAGE_WEIGHTED,
                sums.get(Measure.CLOSED) + sums.get(Measure.STAGE_WEIGHTED_OPEN));
    }

    private static void rates(long[] v, Sums sums) {
        set(
                v,
                Quantity.WIN_RATE_COUNT,
                ratio(
                        sums.get(Measure.RATED_WON),
                        sums.get(Measure.RATED_WON) + sums.get(Measure.RATED_LOST)));
        set(
                v,
                Quantity.WIN_RATE_AMOUNT,
                ratio(
                        sums.get(Measure.CLOSED),
                        sums.get(Measure.CLOSED) + sums.get(Measure.LOST_AMOUNT)));
    }

    /** A rolling window has a landing only: no categories, no ledger. */
    private static void forgetLedger(long[] v) {
        for (Quantity q : Quantity.values()) {
            boolean landing =
                    q == Quantity.MODEL_FROM_OPEN
                            || q == Quantity.MODEL_FROM_OVERDUE
                            || q == Quantity.MODEL_FROM_UNDATED;
            if (!landing) {
                set(v, q, MISSING);
            }
        }
    }

    private long againstQuota(long[] v, Cut cut, ScopeBook.Scope scope, Period period) {
        long[] calls = cut.calls().of(scope.tree(), scope.node(), period.id());
        set(v, Quantity.CALL_COMMIT, calls[0]);
        set(v, Quantity.CALL_BEST_CASE, calls[1]);
        set(v, Quantity.CHILDREN_QUOTA, childrenQuota(cut, scope, period));
        long quota = quota(cut, scope.tree(), scope.node(), period);
        if (quota == MISSING) {
            return MISSING;
        }
        long closed = v[Quantity.CLOSED.ordinal()];
        long open = v[Quantity.OPEN_AMOUNT.ordinal()];
        set(v, Quantity.QUOTA, quota);
        set(v, Quantity.GAP, quota - closed);
        set(v, Quantity.ATTAINMENT, ratio(closed, quota));
        set(v, Quantity.COVERAGE_TOTAL, ratio(open, quota));
        set(
                v,
                Quantity.COVERAGE_REMAINING,
                closed >= quota ? MISSING : ratio(open, quota - closed));
        return quota;
    }

    private static long quota(Cut cut, Tree tree, String node, Period period) {
        OrganizationFact fact =
                cut.book()
                        .chart()
                        .organization()
                        .quota(tree, node, period.id(), "amount", "default", cut.asOf().instant);
        return fact == null ? MISSING : fact.amount();
    }

    private static long childrenQuota(Cut cut, ScopeBook.Scope scope, Period period) {
        long sum = MISSING;
        for (String child : cut.book().chart().children(scope.tree(), scope.node())) {
            long quota = quota(cut, scope.tree(), child, period);
            sum = quota == MISSING ? sum : (sum == MISSING ? 0 : sum) + quota;
        }
        return sum;
    }

    private static void landing(
            long[] v, Ahead.Parts parts, Cut cut, ScopeBook.Scope scope, long quota) {
        Sums sums = parts.sums();
        long fresh = cut.fresh().mean(scope);
        long open = sums.get(Measure.FROM_OPEN) + parts.beyond();
        long demand = sums.get(Measure.FROM_DEMAND) + demandOfNew(cut, scope);
        long mean = sums.get(Measure.CLOSED) + open + fresh + demand;
        set(v, Quantity.MODEL_FROM_OPEN, open);
        set(v, Quantity.MODEL_MEAN, mean);
        set(v, Quantity.MODEL_FROM_NEW, fresh);
        set(v, Quantity.MODEL_FROM_DEMAND, demand);
        Landing landing =
                cut.law()
                        .of(
                                sums,
                                fresh + parts.beyond(),
                                cut.fresh().variance(scope),
                                parts.beyondVariance(),
                                scope.window(),
                                demand);
        set(v, Quantity.MODEL_P10, landing.quantile(0.1));
        set(v, Quantity.MODEL_P50, landing.quantile(0.5));
        set(v, Quantity.MODEL_P90, landing.quantile(0.9));
        if (quota != MISSING) {
            set(v, Quantity.MODEL_P_REACH, Math.round(landing.reach(quota) * 1e6));
            set(v, Quantity.PIPELINE_NEEDED, PipelineNeeded.of(v, quota, cut.book(), scope));
        }
    }

    /** The year holds the running period. */
    private static long demandOfNew(Cut cut, ScopeBook.Scope scope) {
        int window = scope.window();
        int now = window == Window.YEAR ? cut.asOf().current.index() : window;
        return cut.fresh().demand(scope.of(now));
    }

    private static void bridge(long[] v, Cut cut, ScopeBook.Scope scope) {
        Bridge moved = cut.book().bridge(scope);
        for (BridgePart part : BridgePart.values()) {
            long fresh = cut.freshBridge().moved(part, scope);
            moved(v, part.quantity, moved.get(part) + fresh);
        }
        moved(v, Quantity.BRIDGE_EXPECTED_NEW, cut.freshBridge().expected(scope));
        long demand = cut.book().demandMoved(scope) + cut.freshBridge().demand(scope);
        moved(v, Quantity.BRIDGE_DEMAND, demand);
    }

    /** States a part where it moved something, time always; most parts do not on most days. */
    private static void moved(long[] v, Quantity part, long amount) {
        set(v, part, amount == 0 && part != Quantity.BRIDGE_TIME ? MISSING : amount);
    }

    private static long ratio(long part, long whole) {
        return whole <= 0 ? MISSING : Math.round(part * 1e6 / whole);
    }

    private static void set(long[] values, Quantity quantity, long value) {
        values[quantity.ordinal()] = value;
    }
}
