package io.pipecast.board;

import io.pipecast.board.views.RowSink;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.ModelStatus.State;
import io.pipecast.domain.forecast.ModelMetrics;
import io.pipecast.model.calibration.Calibration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Models of the sample company: one before, one in force, a refused one, a shadow. */
public final class SampleModels {
    private static final long DAY = 86_400_000L;
    private static final List<String> MEASURES =
            List.of(
                    "within14d",
                    "within30d",
                    "within60d",
                    "within90d",
                    "currentPeriod",
                    "nextPeriod");

    private static final Map<String, Double> METRICS =
            Map.of("rows", 41_220.0, "holdout.auc", 0.781, ModelMetrics.HALF_WON_WITHIN, 40.0);

    private SampleModels() {}

    static void fill(RowSink sink, String inForce, long now) {
        sink.model(status(1, "m-2026-04-01-77ad", State.SUPERSEDED, null, now - 230 * DAY));
        sink.model(status(2, inForce, State.IN_FORCE, null, now - 48 * DAY));
        String reason = "model's stages must be the configured ones, were [Talk:OPEN, Won:WON]";
        sink.model(status(3, "m-2026-10-20-01cc", State.REFUSED, reason, now - 29 * DAY));
        sink.model(status(4, "m-2026-11-01-9e4b", State.SHADOW, null, now - 17 * DAY));
        int day = (int) (now / DAY);
        Random random = new Random(3);
        for (String measure : MEASURES) {
            sink.health(deals(inForce, false, measure, day, 2_400, 1.1, random));
            sink.health(deals("m-2026-11-01-9e4b", true, measure, day, 420, 0.97, random));
        }
        for (int level = 0; level < 3; level++) {
            sink.health(periods(inForce, level, day));
        }
        sink.health(feature(inForce, "pushes", day, 0.31));
        sink.health(feature(inForce, "age", day, 0.04));
        sink.health(feature(inForce, "plans", day, Double.NaN));
    }

    private static ModelHealth feature(String version, String kind, int day, double drift) {
        double none = Double.NaN;
        return new ModelHealth(
                version,
                false,
                ModelHealth.FEATURE + kind,
                1_200,
                day,
                day - 90,
                0,
                0,
                1_200,
                none,
                none,
                none,
                none,
                drift,
                none,
                none,
                none,
                none,
                List.of());
    }

    /** A publication that was refused. */
    public static ModelStatus refused() {
        return status(1, "m", State.REFUSED, "damaged", SampleBoard.NOW);
    }

    /** How right model m has been in its periods. */
    public static ModelHealth health() {
        return periods("m", 0, 20_000);
    }

    private static ModelStatus status(
            long sequence, String version, State state, String reason, long at) {
        boolean refused = state == State.REFUSED;
        return new ModelStatus(
                sequence,
                1,
                state == State.SHADOW ? ModelPublished.Role.SHADOW : ModelPublished.Role.CHAMPION,
                state,
                reason,
                at,
                version,
                at,
                at,
                "anna.berg",
                ModelStatus.UNKNOWN,
                refused ? ModelStatus.UNKNOWN : at - 500 * DAY,
                refused ? ModelStatus.UNKNOWN : at,
                refused ? Map.of() : METRICS);
    }

    /** Chances of which more, or fewer, come true than they say. */
    private static ModelHealth deals(
            String version,
            boolean shadow,
            String measure,
            int day,
            int count,
            double bias,
            Random random) {
        Calibration sums = new Calibration();
        for (int i = 0; i < count; i++) {
            int chance = (int) (900_000 * Math.pow(random.nextDouble(), 2.2));
            boolean won = random.nextInt(1_000_000) * bias < chance;
            int bin = Calibration.bin(chance);
            sums.given(bin, 1);
            sums.judged(bin, 1, won ? 1 : 0, chance);
            sums.losses(Calibration.square(chance, won), Calibration.logLoss(chance, won));
        }
        double none = Double.NaN;
        return new ModelHealth(
                version,
                shadow,
                measure,
                count,
                day,
                day - 90,
                sums.judged(),
                sums.won(),
                sums.given(),
                sums.brier(),
                sums.logLoss(),
                sums.auc(),
                sums.calibrationError(),
                shadow ? none : 0.07,
                none,
                none,
                none,
                none,
                bins(sums));
    }

    private static List<ModelHealth.Bin> bins(Calibration sums) {
        List<ModelHealth.Bin> bins = new ArrayList<>();
        for (int i = 0; i < Calibration.BINS; i++) {
            bins.add(
                    new ModelHealth.Bin(
                            Calibration.edge(i),
                            Calibration.edge(i + 1),
                            sums.judged(i),
                            sums.won(i),
                            sums.meanChance(i),
                            sums.given(i)));
        }
        return bins;
    }

    private static ModelHealth periods(String version, int level, int day) {
        double none = Double.NaN;
        long judged = new long[] {13, 65, 480}[level];
        return new ModelHealth(
                version,
                false,
                ModelHealth.PERIOD + level,
                judged,
                day,
                day - 90,
                judged,
                0,
                0,
                none,
                none,
                none,
                none,
                none,
                0.77 + 0.02 * level,
                0.14 - 0.02 * level,
                0.09,
                0.06 + 0.05 * level,
                List.of());
    }
}
