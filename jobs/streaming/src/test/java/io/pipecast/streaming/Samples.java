package io.pipecast.streaming;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.rollup.Bridge;
import io.pipecast.model.rollup.BridgePart;
import io.pipecast.model.rollup.BridgeStep;
import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.Sums;
import io.pipecast.streaming.operators.LeafDelta;
import io.pipecast.streaming.operators.Steering;
import io.pipecast.streaming.track.DealState;
import io.pipecast.streaming.track.StakeChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random values of the hot types, with every part that may be absent now and then absent. */
public final class Samples {
    private static final String[] TEXTS = {null, "", "u1", "Größe 𝄞", "x".repeat(300)};

    private Samples() {}

    private static String text(Random random) {
        return TEXTS[random.nextInt(TEXTS.length)];
    }

    /** An open, won or lost stake. */
    public static Stake stake(Random random) {
        Stake.Status status = Stake.Status.values()[random.nextInt(3)];
        boolean open = status == Stake.Status.OPEN;
        long[] amounts = {Stake.UNPRICED, Stake.UNCONVERTED, 0, 1 + random.nextInt(9_000_000)};
        long amount = amounts[random.nextInt(4)];
        int[] chances = new int[Horizon.COUNT];
        int chance = 0;
        for (int i = 0; open && i < chances.length; i++) {
            chance += random.nextInt(140_000);
            chances[i] = chance;
        }
        return new Stake(
                "u" + random.nextInt(4),
                random.nextBoolean() ? null : "t" + random.nextInt(2),
                status,
                amount,
                open ? random.nextInt(4) : 0,
                open ? random.nextInt(6) - 2 : 0,
                open ? random.nextInt(1_000_000) : 0,
                open ? chances : null,
                open && amount > 0 ? amount + random.nextInt(10) : 0,
                open ? 2 : 0,
                open ? 0 : 1 + random.nextInt(3),
                open ? Stake.NOW : 20_000 + random.nextInt(3));
    }

    /** A change of a stake; one of its sides may be absent. */
    public static StakeChange change(Random random) {
        return new StakeChange(
                random.nextBoolean() ? null : stake(random),
                random.nextInt(5) == 0 ? null : stake(random),
                random.nextInt(4),
                random.nextLong(),
                random.nextBoolean(),
                StakeChange.Windows.values()[random.nextInt(3)],
                steps(random));
    }

    private static List<BridgeStep> steps(Random random) {
        List<BridgeStep> steps = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            BridgePart part = BridgePart.values()[random.nextInt(BridgePart.COUNT)];
            steps.add(new BridgeStep(part, random.nextBoolean() ? null : stake(random), null));
        }
        return steps;
    }

    /** A bridge of some parts, or none. */
    public static Bridge bridge(Random random) {
        Bridge bridge = new Bridge();
        for (int i = random.nextInt(4); i > 0; i--) {
            bridge.addAt(random.nextInt(BridgePart.COUNT), random.nextLong() >> 4);
        }
        return bridge.isZero() ? null : bridge;
    }

    /** Sums of some stakes. */
    public static Sums sums(Random random) {
        Sums sums = new Sums();
        for (int i = random.nextInt(40); i > 0; i--) {
            sums.add(Measure.values()[random.nextInt(Measure.COUNT)], random.nextInt(1000) - 300);
            sums.addDeal(random.nextInt(1 << 30), random.nextInt(1_000_001), 1);
        }
        return sums;
    }

    /** A delta of a leaf. */
    public static LeafDelta delta(Random random) {
        Leaf leaf = new Leaf("u" + random.nextInt(9), text(random), random.nextInt(9) - 4, 7);
        return new LeafDelta(
                leaf, random.nextLong(), random.nextBoolean(), sums(random), bridge(random));
    }

    private static final ModelPublished.Role[] ROLES = ModelPublished.Role.values();

    /** A record of each kind that steers. */
    public static List<Steering> steering(Random random) {
        byte[] document = new byte[random.nextInt(100)];
        random.nextBytes(document);
        AlertPolicy policy =
                AlertPolicy.DEFAULT.with(
                        AlertPolicy.DEFAULT
                                .of(AlertRule.GONE_QUIET)
                                .enabled(random.nextBoolean())
                                .threshold(random.nextInt(50)));
        return List.of(
                Steering.of(organization(random)),
                Steering.of(
                        new ModelPublished(
                                random.nextLong(),
                                text(random),
                                5,
                                6,
                                text(random),
                                document,
                                ROLES[random.nextInt(ROLES.length)],
                                random.nextLong())),
                Steering.of(new PolicyChanged(random.nextLong(), 2, 3, "u1", policy)),
                Steering.of(
                        new Call(
                                "c" + random.nextInt(),
                                Tree.TERRITORY,
                                "north",
                                "2026-Q1",
                                Call.NONE,
                                random.nextLong(),
                                text(random),
                                9,
                                text(random))),
                Steering.of(action(random)),
                Steering.end(random.nextLong()));
    }

    private static AlertAction action(Random random) {
        return new AlertAction(
                "a" + random.nextInt(),
                "alert",
                "D1",
                AlertAction.Kind.SNOOZE,
                random.nextBoolean() ? AlertAction.NONE : random.nextLong(),
                text(random),
                text(random),
                9,
                "u1");
    }

    private static OrganizationFact organization(Random random) {
        OrganizationFact.Kind[] kinds = OrganizationFact.Kind.values();
        return new OrganizationFact(
                kinds[random.nextInt(kinds.length)],
                "id" + random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                text(random),
                text(random),
                text(random),
                random.nextBoolean(),
                random.nextBoolean() ? null : Tree.REPORTING,
                text(random),
                text(random),
                text(random),
                random.nextLong(),
                text(random),
                text(random));
    }

    /** A deal's state after some events, settled up to somewhere. */
    public static DealState state(Random random) {
        DealState state = new DealState();
        for (DealEvent event : Company.deals(random, 1)) {
            for (var fact : event.facts()) {
                state.history.add(fact);
            }
        }
        state.settledTo = random.nextLong();
        state.settledStake = random.nextBoolean() ? null : stake(random);
        state.settledFacts = random.nextInt(9);
        state.liveStake = random.nextBoolean() ? null : stake(random);
        state.liveFacts = random.nextInt(9);
        state.armed = random.nextLong();
        state.refreshAt = random.nextLong();
        state.tombstone = random.nextBoolean();
        state.liveModel = random.nextLong();
        state.settledModel = random.nextLong();
        return state;
    }
}
