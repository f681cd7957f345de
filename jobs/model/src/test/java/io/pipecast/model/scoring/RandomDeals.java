package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.model.features.Columns;
import io.pipecast.model.features.Columns.Kind;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Records;
import io.pipecast.model.features.Records.Person;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/** Deals of any state, and effects that look at all of it. */
final class RandomDeals {
    private static final long DAY = 86_400_000;
    private static final DealEffects.Spans SPANS =
            new DealEffects.Spans(new int[] {0, 5, 7}, new int[] {5, 7, 9});
    private static final int OUTPUTS = 2 * 3;
    private static final Records RECORDS =
            new Records(
                    new TreeMap<>(),
                    new TreeMap<>(),
                    new TreeMap<>(),
                    Person.UNKNOWN,
                    List.of("a", "b", "c", "d", "e", "f", "g", "h"));
    private static final DealFeature[] FEATURES = DealFeature.values();

    private RandomDeals() {}

    /** An open deal. */
    static DealView deal(Random random, long now) {
        DealView deal = new DealView();
        deal.exists = true;
        deal.createdAt = now - random.nextLong(300 * DAY);
        deal.stage = random.nextInt(RandomTables.STAGES);
        deal.lastOpenStage = deal.stage;
        deal.stageEnteredAt = now - random.nextLong(now - deal.createdAt);
        deal.visitedStages = random.nextInt(8);
        deal.amount = random.nextInt(3) == 0 ? DealView.UNKNOWN : random.nextInt(100_000);
        deal.firstAmount = 5_000;
        deal.closeDate = random.nextInt(4) == 0 ? DealView.UNKNOWN : 20_200 + random.nextInt(90);
        deal.firstCloseDate = 20_200;
        deal.pushes = random.nextInt(4);
        deal.reentries = random.nextInt(3);
        deal.inboundActivities = random.nextInt(9);
        deal.buyerActivities = deal.inboundActivities + random.nextInt(9);
        deal.internalActivities = random.nextInt(5);
        deal.lastInboundAt = now - random.nextLong(40 * DAY);
        deal.lastBuyerAt = deal.lastInboundAt;
        deal.lastTouch = random.nextInt(12) - 1;
        deal.owner = random.nextBoolean() ? "ann" : null;
        deal.dealType = random.nextInt(4) == 0 ? null : DealType.values()[random.nextInt(3)];
        return deal;
    }

    /** Effects with a column of each feature, and trees that ask for any of them. */
    static DealEffects effects(Random random, boolean linear, boolean trees) {
        int n = linear ? FEATURES.length : 0;
        Kind[] kinds = new Kind[n];
        DealFeature[] features = new DealFeature[n];
        Kind[] all = Kind.values();
        for (int i = 0; i < n; i++) {
            features[i] = FEATURES[i];
            boolean path = FEATURES[i] == DealFeature.VISITED;
            kinds[i] = path ? Kind.VISITED : all[random.nextInt(5)];
        }
        double[] mixture = new double[3 * OUTPUTS];
        for (int output = 0; output < OUTPUTS; output++) {
            mixture[3 * output] = random.nextGaussian() / 4;
            mixture[3 * output + 1] = linear ? 0.6 : 0;
            mixture[3 * output + 2] = trees ? 0.7 : 0;
        }
        Trees[] grown = new Trees[trees ? OUTPUTS : 0];
        Arrays.setAll(grown, i -> RandomTrees.of(random, 6));
        return new DealEffects(
                RECORDS,
                new Columns(
                        kinds,
                        features,
                        random.ints(n, 0, RandomTables.STAGES).toArray(),
                        random.doubles(n, 1, 5).toArray()),
                SPANS,
                random.doubles((long) n * OUTPUTS, -0.5, 0.5).toArray(),
                random.doubles(2 * OUTPUTS, 0, 1).toArray(),
                random.doubles(OUTPUTS, -1, 1).toArray(),
                grown,
                mixture);
    }
}
