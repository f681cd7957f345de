package io.pipecast.streaming.serialization;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.streaming.operators.Judgement;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random values of what models are watched by. */
final class HealthRows {
    private static final Judgement.Kind[] KINDS = Judgement.Kind.values();
    private static final Outcome[] OUTCOMES = Outcome.values();

    private HealthRows() {}

    static Judgement judgement(Random random) {
        return new Judgement(
                "m" + random.nextInt(),
                random.nextBoolean(),
                "within14d",
                random.nextInt(),
                random.nextInt(),
                KINDS[random.nextInt(KINDS.length)],
                random.nextInt());
    }

    static DealScore score(Random random) {
        return new DealScore(
                "D" + random.nextInt(),
                random.nextLong(),
                random.nextBoolean(),
                "m" + random.nextInt(),
                OUTCOMES[random.nextInt(OUTCOMES.length)],
                random.nextBoolean(),
                random.nextLong(),
                random.ints(random.nextInt(8)).toArray(),
                random.nextBoolean() ? Map.of() : Map.of("age", 3L));
    }

    static ModelHealth health(Random random) {
        boolean periods = random.nextBoolean();
        return new ModelHealth(
                "m" + random.nextInt(),
                random.nextBoolean(),
                "period.level1",
                random.nextLong(),
                random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                value(random, !periods),
                value(random, !periods),
                value(random, !periods),
                value(random, !periods),
                value(random, !periods),
                value(random, periods),
                value(random, periods),
                value(random, periods),
                value(random, periods),
                periods
                        ? List.of()
                        : List.of(new ModelHealth.Bin(0, 0.5, 3, 1, random.nextDouble(), 9)));
    }

    private static double value(Random random, boolean applies) {
        return applies ? random.nextDouble() : Double.NaN;
    }
}
