package io.pipecast.streaming;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.ReasonKind;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.ModelCard;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Models made up for tests, as documents. */
public final class MadeModels {
    private static final double DAILY_HAZARD = 0.02;

    private MadeModels() {}

    /**
     * A document of random hazards for the company's stages.
     *
     * @param stallLimit learned limit of every stage, business days
     */
    public static byte[] document(String version, long seed, double stallLimit) {
        StageTable stages = Company.settings().stages();
        int n = stages.size();
        Random random = new Random(seed);
        double[] stays = new double[n];
        Arrays.fill(stays, Double.POSITIVE_INFINITY);
        HazardTables tables =
                new HazardTables(
                        n,
                        new int[4],
                        DealFactor.ACTIVITIES,
                        cause(n, random),
                        cause(n, random),
                        Double.POSITIVE_INFINITY,
                        stays);
        double[] limits = new double[n];
        Arrays.fill(limits, stallLimit);
        return ModelFile.write(
                new HazardModel(
                        new ModelCard(version, 5, 66, "ff", "EUR", Map.of("rows", 10.0)),
                        HazardModel.namesOf(stages),
                        tables,
                        closing(limits, random).with(norms(n, new Random(seed))),
                        1,
                        0));
    }

    /** A publication of such a model to forecast with. */
    public static ModelPublished published(
            long sequence, String version, long seed, double stallLimit, long from) {
        return new ModelPublished(
                sequence, version, from, from, "test", document(version, seed, stallLimit));
    }

    private static ClosingTables closing(double[] limits, Random random) {
        double ratio = 0.8 + 0.4 * random.nextDouble();
        double level = 0.8 + 0.4 * random.nextDouble();
        return new ClosingTables(limits, ratio, newBusiness(random))
                .with(new Uncertainty(level, 0.2, 4, 0.1, 1.5))
                .with(new PeriodCurve(new double[] {0, 0.2, 0.5, 1}));
    }

    private static Norms norms(int stages, Random random) {
        double[] values = new double[stages * DealFeature.COUNT];
        Arrays.setAll(values, i -> random.nextInt(9) - 1);
        int[] levels = random.ints(stages, 0, DealFactor.LEVELS).toArray();
        double[] quantiles = new double[ReasonKind.values().length * Norms.QUANTILES];
        Arrays.setAll(quantiles, i -> i % Norms.QUANTILES);
        return new Norms(values, levels, new int[stages], quantiles);
    }

    /** A little from each of the company's users for eight weeks ahead. */
    private static NewBusiness newBusiness(Random random) {
        double[] amounts = random.doubles(56).map(x -> x * 20_000).toArray();
        double[] squares = Arrays.stream(amounts).map(x -> x * 500_000).toArray();
        double[] calendar = new double[PeriodPosition.COUNT];
        Arrays.fill(calendar, 1);
        TreeMap<String, Double> shares = new TreeMap<>();
        for (int user = 0; user < 6; user++) {
            shares.put("u" + user, 1 / 6.0);
        }
        return new NewBusiness(amounts, squares, calendar, shares);
    }

    private static HazardTables.Cause cause(int stages, Random random) {
        return new HazardTables.Cause(
                rates(random, stages * TimeInStage.COUNT * DaysAhead.COUNT, DAILY_HAZARD),
                rates(random, PeriodPosition.COUNT, 2),
                rates(random, stages * DealFactor.LEVELS, 2));
    }

    private static double[] rates(Random random, int n, double scale) {
        return random.doubles(n).map(x -> x * scale).toArray();
    }
}
