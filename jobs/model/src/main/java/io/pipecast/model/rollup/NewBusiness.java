package io.pipecast.model.rollup;

import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.WinModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Expectation from deals not created yet, per scope: the model's expectation per owner, rounded to
 * minor units there and added along the trees, so that it adds up like every ledger number.
 */
public final class NewBusiness {
    /** Nothing is expected. */
    public static final NewBusiness NONE = new NewBusiness(Map.of(), List.of());

    private static final Expectation NOTHING = new Expectation();

    private final Map<ScopeBook.Scope, Expectation> expectations;
    private final List<Part> parts;
    private final Map<ScopeBook.Scope, Long> demand = new HashMap<>();

    /** What an owner is expected to win in the current period, minor units, and where it counts. */
    private record Part(Map<Tree, List<String>> paths, int window, long mean) {}

    /** What a scope is expected to win. */
    private static final class Expectation {
        private long mean;
        private double variance;
    }

    private NewBusiness(Map<ScopeBook.Scope, Expectation> expectations, List<Part> parts) {
        this.expectations = expectations;
        this.parts = parts;
    }

    /** The same where the current period's course says something of demand. */
    public NewBusiness with(Demand course) {
        NewBusiness result = new NewBusiness(expectations, parts);
        for (Part part : parts) {
            long more = course.more(part.window, part.mean);
            if (more != 0) {
                part.paths.forEach(
                        (tree, path) ->
                                path.forEach(
                                        node ->
                                                result.demand.merge(
                                                        new ScopeBook.Scope(
                                                                tree, node, part.window),
                                                        more,
                                                        Math::addExact)));
            }
        }
        return result;
    }

    /**
     * Computes all scopes as of an instant, over the owners that ever had a deal and are active in
     * the book's chart.
     */
    public static NewBusiness of(ScopeBook book, AsOf asOf, WinModel model) {
        NewBusiness result = new NewBusiness(new HashMap<>(), new ArrayList<>());
        if (model.trained()) {
            for (String owner : book.owners()) {
                if (isActive(book.chart().organization(), owner, book.chart().instant())) {
                    result.addOwner(book.chart(), owner, asOf, model);
                }
            }
        }
        return result;
    }

    private static boolean isActive(Organization organization, String owner, long instant) {
        OrganizationFact user = organization.user(owner, instant);
        return !owner.equals(Organization.UNASSIGNED) && (user == null || user.active());
    }

    private void addOwner(OrgChart chart, String owner, AsOf asOf, WinModel model) {
        Map<Tree, List<String>> paths = new EnumMap<>(Tree.class);
        for (Tree tree : Tree.values()) {
            paths.put(tree, chart.path(tree, new Leaf(owner, null, 0, Stake.NOW)));
        }
        for (int window : allWindows(asOf)) {
            int from = Math.max(asOf.day, Window.startDay(window, asOf));
            double[] expected = model.newBusiness(owner, asOf, from, Window.endDay(window, asOf));
            boolean ahead = Ahead.isAhead(window, asOf);
            if (window == asOf.current.index()) {
                parts.add(new Part(paths, window, Math.round(expected[0])));
            }
            for (Tree tree : Tree.values()) {
                for (String node : paths.get(tree)) {
                    if (!ahead || Ahead.isFor(chart, tree, node)) {
                        add(new ScopeBook.Scope(tree, node, window), expected);
                    }
                }
            }
        }
    }

    private void add(ScopeBook.Scope scope, double[] expected) {
        Expectation sum = expectations.computeIfAbsent(scope, s -> new Expectation());
        sum.mean += Math.round(expected[0]);
        sum.variance += expected[1];
    }

    private static int[] allWindows(AsOf asOf) {
        return IntStream.concat(Arrays.stream(windows(asOf)), Arrays.stream(Ahead.windows(asOf)))
                .toArray();
    }

    /**
     * The windows a landing is forecast for at every node: current and next period, then the
     * rolling ones.
     */
    public static int[] windows(AsOf asOf) {
        int[] windows = new int[2 + AsOf.ROLLING.length];
        windows[0] = asOf.current.index();
        windows[1] = asOf.next.index();
        for (int i = 0; i < AsOf.ROLLING.length; i++) {
            windows[2 + i] = Window.rolling(AsOf.ROLLING[i]);
        }
        return windows;
    }

    /** Expected corporate minor units of a scope. */
    public long mean(ScopeBook.Scope scope) {
        return of(scope).mean;
    }

    /** What the period's course adds to it, or takes from it; 0 for other windows. */
    public long demand(ScopeBook.Scope scope) {
        return demand.getOrDefault(scope, 0L);
    }

    /** Variance of a scope, squared minor units. */
    public double variance(ScopeBook.Scope scope) {
        return of(scope).variance;
    }

    private Expectation of(ScopeBook.Scope scope) {
        // before any model there is none, and a key need not be hashed for that
        return expectations.isEmpty() ? NOTHING : expectations.getOrDefault(scope, NOTHING);
    }
}
