package io.pipecast.codec.modelfile;

import io.pipecast.model.features.Columns;
import io.pipecast.model.features.Columns.Kind;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Records;
import io.pipecast.model.features.Records.Person;
import io.pipecast.model.scoring.DealEffects;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.Trees;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Effects made up for tests. */
final class RandomEffects {
    private RandomEffects() {}

    /**
     * A model with effects of one span, a linear part of two columns and a tree for each output.
     */
    static HazardModel on(HazardModel model, Random random) {
        Columns columns =
                new Columns(
                        new Kind[] {Kind.LOG, Kind.IN_STAGE},
                        new DealFeature[] {DealFeature.AGE, DealFeature.STAGE},
                        new int[] {0, 1},
                        new double[] {3.5, 0});
        Records records =
                new Records(
                        new TreeMap<>(Map.of("ann", new Person(0.1, 0.2, 0.3, 17))),
                        new TreeMap<>(Map.of("bob", new Person(-0.1, 0, 0, 16))),
                        new TreeMap<>(Map.of("EUR", new double[] {1, 2, 3, 4})),
                        new Person(0.01, -0.01, 0, 15),
                        List.of("Demo", "Security review"));
        DealEffects effects =
                new DealEffects(
                        records,
                        columns,
                        new DealEffects.Spans(new int[] {0}, new int[] {5}),
                        random.doubles(4).toArray(),
                        random.doubles(4).toArray(),
                        random.doubles(2).toArray(),
                        new Trees[] {tree(random), tree(random)},
                        random.doubles(6).toArray());
        return new HazardModel(
                model.card(),
                model.stages(),
                model.tables(),
                effects,
                model.closing(),
                model.sequence(),
                model.effectiveFrom());
    }

    private static Trees tree(Random random) {
        return new Trees(
                random.nextDouble(),
                new int[] {0},
                new short[] {2, -1, -1},
                random.doubles(3).toArray(),
                new int[] {1, 0, 0});
    }
}
