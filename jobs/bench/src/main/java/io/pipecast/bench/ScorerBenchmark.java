package io.pipecast.bench;

import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.Trees;
import io.pipecast.training.fit.Effort;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import io.pipecast.training.smile.BoostedFit;
import io.pipecast.training.smile.LogisticFit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import smile.classification.GradientTreeBoost;
import smile.classification.LogisticRegression;
import smile.data.DataFrame;
import smile.data.vector.IntVector;

/**
 * What a score costs beside Smile's own prediction of the same model: one linear score of 80
 * columns, one sum of 100 trees of depth 5, and a deal's chances by all horizons.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class ScorerBenchmark {
    private static final int COLUMNS = 80;
    private static final int ROWS = 1024;
    private static final BoostedFit.Growth GROWTH = new BoostedFit.Growth(100, 5, 32, 5, 0.1, 0.5);

    private final double[] posteriori = new double[2];
    private final int[] out = new int[Horizon.COUNT];
    private double[][] x;
    private LogisticFit linear;
    private LogisticRegression smileLinear;
    private Trees trees;
    private GradientTreeBoost smileTrees;
    private DataFrame frame;
    private HazardModel hazards;
    private HazardModel effects;
    private List<DealView> deals;
    private AsOf asOf;
    private int next;

    /** Fits everything once. */
    @Setup
    public void prepare() {
        Random random = new Random(1);
        x = new double[ROWS][];
        Arrays.setAll(x, i -> random.doubles(COLUMNS, -2, 2).toArray());
        int[] y =
                Arrays.stream(x)
                        .mapToInt(r -> r[0] + r[1] * r[2] > random.nextGaussian() ? 1 : 0)
                        .toArray();
        frame = BoostedFit.frame(x).merge(IntVector.of("y", y));
        smileTrees = BoostedFit.smile(x, y, GROWTH);
        trees = BoostedFit.trees(smileTrees, x[0], GROWTH);
        smileLinear = LogisticRegression.binomial(x, y, 1, 1e-5, 100);
        double[][] copy = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
        linear = LogisticFit.of(copy, y, 0, 1);
        prepareDeals();
    }

    private void prepareDeals() {
        SimulatedDeals made = new SimulatedDeals();
        DealLog log = new DealLog(made.settings);
        made.events.forEach(log::add);
        TrainingRows rows = RowBuilder.build(log, made.settings);
        hazards = new HazardTrainer(made.settings, Effort.HAZARDS, step -> {}).fit(rows, made.end);
        effects = new HazardTrainer(made.settings, Effort.LINEAR, step -> {}).fit(rows, made.end);
        asOf = new AsOf(made.settings.calendar(), made.end);
        deals = new ArrayList<>();
        made.states
                .values()
                .forEach(
                        state -> {
                            DealHistory history = state.history;
                            DealView view = history.viewAt(asOf.instant, made.settings.stages());
                            if (view.exists && view.isOpen() && view.stage >= 0) {
                                deals.add(view);
                            }
                        });
    }

    /** Back to the first row. */
    void rewind() {
        next = 0;
    }

    private int next(int size) {
        next = (next + 1) % size;
        return next;
    }

    /** One linear score, ours. */
    @Benchmark
    public double linear() {
        return linear.score(x[next(ROWS)]);
    }

    /** The same by Smile. */
    @Benchmark
    public double linearBySmile() {
        smileLinear.predict(x[next(ROWS)], posteriori);
        return posteriori[1];
    }

    /** The sum of 100 trees, ours. */
    @Benchmark
    public double trees() {
        return trees.sum(x[next(ROWS)]);
    }

    /** The same by Smile. */
    @Benchmark
    public double treesBySmile() {
        smileTrees.predict(frame.get(next(ROWS)), posteriori);
        return posteriori[1];
    }

    /** All horizons of a deal by the hazards alone. */
    @Benchmark
    public int dealByHazards() {
        hazards.score(deals.get(next(deals.size())), asOf, out);
        return out[0];
    }

    /** All horizons of a deal by its whole state. */
    @Benchmark
    public int dealByItsWholeState() {
        effects.score(deals.get(next(deals.size())), asOf, out);
        return out[0];
    }

    /** What a deal's chance is made of, by its whole state. */
    @Benchmark
    public Explanation explanation() {
        return effects.explain(deals.get(next(deals.size())), asOf);
    }

    /** The same by the hazards alone. */
    @Benchmark
    public Explanation explanationByHazards() {
        return hazards.explain(deals.get(next(deals.size())), asOf);
    }
}
