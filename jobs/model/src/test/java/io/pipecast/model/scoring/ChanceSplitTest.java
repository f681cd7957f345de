package io.pipecast.model.scoring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Norms;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Reasons sum to the chance, whatever the model and the deal. */
@SuppressWarnings("EnumOrdinal")
class ChanceSplitTest {
    private static final long MONDAY = Instant.parse("2025-05-11T22:00:00Z").toEpochMilli();
    private static final long DAY = 86_400_000;
    private static final double MILLION = 1_000_000;

    @Test
    void partsSumToTheDifferenceOfTheChances() {
        int moved = 0;
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            HazardModel model = model(random, seed % 4);
            Standing deal = new Standing(model, RandomDeals.deal(random, MONDAY), asOf(random));
            Standing other =
                    seed % 2 == 0
                            ? Standing.usual(model, deal)
                            : new Standing(model, RandomDeals.deal(random, MONDAY), asOf(random));
            ChanceSplit split = new ChanceSplit(model, deal, other);
            double sum = Arrays.stream(split.parts).sum();
            double whole = ChanceSplit.logit(split.chance) - ChanceSplit.logit(split.otherChance);
            assertThat(sum).as("seed %d", seed).isCloseTo(whole, within(1e-9));
            moved += Math.abs(whole) > 0.1 ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(200);
    }

    @Test
    void theChanceExplainedIsTheChanceStated() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            HazardModel model = model(random, seed % 4);
            DealView deal = RandomDeals.deal(random, MONDAY);
            AsOf asOf = asOf(random);
            int[] out = new int[Horizon.COUNT];
            model.score(deal, asOf, out);
            Standing standing = new Standing(model, deal, asOf);
            double chance =
                    new ChanceSplit(model, standing, Standing.usual(model, standing)).chance;
            assertThat(chance * MILLION)
                    .as("seed %d", seed)
                    .isCloseTo(out[Horizon.EVER.ordinal()], within(0.5 + 1e-6));
        }
    }

    @Test
    void whatIsListedAndTheRestSumToTheChance() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            HazardModel model = model(random, seed % 4);
            DealView deal = RandomDeals.deal(random, MONDAY);
            AsOf asOf = asOf(random);
            Standing standing = new Standing(model, deal, asOf);
            double chance =
                    new ChanceSplit(model, standing, Standing.usual(model, standing)).chance;
            Explanation why = model.explain(deal, asOf);
            int sum = why.norm() + weight(why.reasons()) + why.rest();
            assertThat(sum / MILLION)
                    .as("seed %d", seed)
                    .isCloseTo(ChanceSplit.logit(chance), within(1e-6));
            assertThat(why.reasons().stream().filter(r -> r.weight() > 0)).hasSizeLessThan(4);
            assertThat(why.reasons().stream().filter(r -> r.weight() < 0)).hasSizeLessThan(4);
        }
    }

    @Test
    void aWeekOfNothingMovesByTimeAlone() {
        AsOf now = new AsOf(RandomTables.CALENDAR, MONDAY + 30 * DAY);
        AsOf before = new AsOf(RandomTables.CALENDAR, MONDAY + 23 * DAY);
        List<Reason> reasons = new ArrayList<>();
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            HazardModel model = model(random, 2);
            DealView deal = RandomDeals.deal(random, MONDAY);
            assertThat(model.shift(deal, now, deal, now).reasons()).isEmpty();
            reasons.addAll(model.shift(deal, now, deal, before).reasons());
        }
        assertThat(reasons)
                .extracting(Reason::kind)
                .isNotEmpty()
                .doesNotContain("amount", "pushes", "owner's record", "stage", "types of activity");
    }

    @Test
    void aDealOlderThanAnyThatWasWonIsSaidToBe() {
        Random random = new Random(1);
        HazardModel model = model(random, 1);
        HazardTables tables = RandomTables.limited(model.tables(), 20, Double.POSITIVE_INFINITY);
        HazardModel limited =
                new HazardModel(
                        model.card(),
                        model.stages(),
                        tables,
                        model.effects(),
                        model.closing(),
                        1,
                        0);
        DealView deal = RandomDeals.deal(random, MONDAY);
        deal.createdAt = MONDAY - 60 * DAY;
        Explanation why = limited.explain(deal, new AsOf(RandomTables.CALENDAR, MONDAY));
        Reason reason = why.reasons().get(0);
        assertThat(reason.feature()).isEqualTo("older than any won deal");
        assertThat(reason.value()).isEqualTo(60);
        assertThat(reason.norm()).isEqualTo(20);
        assertThat(reason.weight()).isNegative();
    }

    @Test
    void saysNothingOfClosedDealsAndWithoutNorms() {
        Random random = new Random(9);
        HazardModel model = model(random, 1);
        AsOf asOf = new AsOf(RandomTables.CALENDAR, MONDAY);
        DealView deal = RandomDeals.deal(random, MONDAY);
        HazardModel bare = RandomTables.model(model.tables());
        assertThat(model.explain(deal, asOf)).isNotNull();
        assertThat(bare.explain(deal, asOf)).isNull();
        assertThat(bare.shift(deal, asOf, deal, asOf)).isNotNull();
        deal.outcome = io.pipecast.domain.deal.Outcome.WON;
        assertThat(model.explain(deal, asOf)).isNull();
        assertThat(model.shift(deal, asOf, deal, asOf)).isNull();
    }

    private static int weight(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::weight).sum();
    }

    private static AsOf asOf(Random random) {
        return new AsOf(RandomTables.CALENDAR, MONDAY + random.nextLong(100 * DAY));
    }

    /** Form 0: hazards alone, 1: linear, 2: linear and trees, 3: trees. */
    private static HazardModel model(Random random, int form) {
        return new HazardModel(
                new ModelCard("m", 0, 0, "", "EUR", Map.of()),
                Collections.nCopies(RandomTables.STAGES, "s"),
                RandomTables.of(random),
                form == 0 ? null : RandomDeals.effects(random, form < 3, form > 1),
                new ClosingTables(new double[RandomTables.STAGES], 1, NewBusiness.NONE)
                        .with(norms(random)),
                1,
                0);
    }

    private static Norms norms(Random random) {
        double[] values = new double[RandomTables.STAGES * DealFeature.COUNT];
        Arrays.setAll(values, i -> random.nextInt(9) - 1);
        int[] levels = random.ints(RandomTables.STAGES, 0, DealFactor.LEVELS).toArray();
        return new Norms(values, levels, new int[RandomTables.STAGES]);
    }
}
