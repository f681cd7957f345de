package io.pipecast.training.fit;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.Records;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.training.MadeLog;
import io.pipecast.training.rows.RowBuilder;
import java.util.Random;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class EffectsTrainerTest {
    private static final int DAYS = 300;
    private static final long REPLY =
            ActivityCode.pack(Kind.EMAIL, Direction.INBOUND, Status.COMPLETED);

    @Test
    void learnsThatRepliesAnnounceWins() {
        HazardModel model = fit(made(1, true, false), Effort.LINEAR);
        assertThat(model.card().metrics()).containsEntry("signal", 1.0);
        assertThat(model.effects()).isNotNull();
        int silent = score(model, deal("ann"));
        assertThat(score(model, replied())).isGreaterThan(silent + silent / 3);
    }

    @Test
    void saysThatRepliesSpeakForADealAndWhatWonDealsWereLike() {
        HazardModel model = fit(made(1, true, false), Effort.LINEAR);
        AsOf now = new AsOf(SETTINGS.calendar(), at(DAYS));
        Explanation why = model.explain(replied(), now);
        // all that is done in this log is a reply: what counts them shares what they are worth
        assertThat(why.reasons().stream().filter(reason -> reason.weight() > 0))
                .extracting(Reason::kind)
                .isNotEmpty()
                .isSubsetOf("buyer's replies", "contact with the buyer", "activity");
        int replies = why.reasons().stream().mapToInt(Reason::weight).filter(w -> w > 0).sum();
        assertThat(replies).isGreaterThan(300_000);
        assertThat(model.card().metrics().get("importance.buyer's replies")).isBetween(0.02, 1.0);
        assertThat(
                        model.card().metrics().entrySet().stream()
                                .filter(metric -> metric.getKey().startsWith("importance."))
                                .mapToDouble(metric -> metric.getValue())
                                .sum())
                .isCloseTo(1, within(1e-9));
        Norms few = fit(made(1, true, false), Effort.HAZARDS).closing().norms();
        assertThat(few.rows()[MadeLog.TALK]).isGreaterThan(1000);
        double age = few.of(MadeLog.TALK)[DealFeature.AGE.ordinal()];
        assertThat(age).isBetween(5.0, 30.0);
        assertThat(few.of(MadeLog.TALK)[DealFeature.OWNER_WON.ordinal()]).isNaN();
        // nobody was ever seen there: all stages together
        assertThat(few.rows()[MadeLog.OFFER]).isZero();
        assertThat(few.of(MadeLog.OFFER)[DealFeature.AGE.ordinal()]).isEqualTo(age);
    }

    @Test
    void learnsWhoWins() {
        HazardModel model = fit(made(2, false, true), Effort.LINEAR);
        Records records = model.effects().records();
        assertThat(records.owners().get("ann").won())
                .isGreaterThan(records.owners().get("bob").won() + 0.5);
        assertThat(records.owners().get("ann").size()).isGreaterThan(50);
        assertThat(score(model, deal("ann"))).isGreaterThan(3 * score(model, deal("bob")) / 2);
        int stranger = score(model, deal("eve"));
        assertThat(stranger).isBetween(score(model, deal("bob")), score(model, deal("ann")));
    }

    @Test
    void learnsWhatActivitiesOfATypeAreWorth() {
        HazardModel model = fit(typed(), Effort.LINEAR);
        assertThat(model.effects().records().types()).containsExactlyInAnyOrder("demo", "mail");
        DealView demo = asOfNow("demo");
        DealView mail = asOfNow("mail");
        assertThat(score(model, demo)).isGreaterThan(4 * score(model, mail) / 3);
        AsOf now = new AsOf(SETTINGS.calendar(), at(DAYS));
        assertThat(model.explain(demo, now).reasons().stream().filter(r -> r.weight() > 0))
                .anyMatch(
                        reason ->
                                reason.kind().equals("types of activity")
                                        && reason.feature().endsWith("of type demo"));
    }

    /** Deals get demos and mails alike; a demo quadruples the rate of winning. */
    private static MadeLog typed() {
        Random random = new Random(7);
        MadeLog made = new MadeLog();
        for (int i = 0; i < 800; i++) {
            String id = "d" + i;
            double day = random.nextDouble() * DAYS;
            made.create(id, at(day), "ann", 100_00);
            boolean shown = false;
            while (day < DAYS) {
                day += 1;
                double won = shown ? 0.06 : 0.015;
                double draw = random.nextDouble();
                if (draw < won + 0.03 && day < DAYS) {
                    made.move(id, at(day), draw < won ? "Won" : "Lost");
                    break;
                }
                if (random.nextDouble() < 0.1 && day < DAYS) {
                    boolean demo = random.nextBoolean();
                    touch(made, id, day + 0.01, demo ? "demo" : "mail");
                    shown |= demo;
                }
            }
        }
        return made;
    }

    private static void touch(MadeLog made, String id, double day, String type) {
        made.say(id, at(day), DealField.ACTIVITY, REPLY, "ann");
        made.say(id, at(day), DealField.TYPED_ACTIVITY, REPLY, type);
    }

    /** A deal with two activities of a type. */
    private static DealView asOfNow(String type) {
        MadeLog made = new MadeLog();
        made.create("x", at(DAYS - 10), "ann", 100_00);
        touch(made, "x", DAYS - 6, type);
        touch(made, "x", DAYS - 3, type);
        return made.log(at(DAYS)).deals().get("x").viewAt(at(DAYS), SETTINGS.stages());
    }

    @Test
    void saysThatThereIsNoSignalWhereThereIsNone() {
        for (int seed = 3; seed < 5; seed++) {
            HazardModel model = fit(made(seed, false, false), Effort.LINEAR);
            assertThat(model.card().metrics()).as("seed %d", seed).containsEntry("signal", 0.0);
            assertThat(model.effects()).isNull();
            // won within 14 days at 0.02 and lost at 0.03 a day
            double truth = 0.4 * (1 - Math.exp(-0.05 * 14));
            assertThat(score(model, deal("ann")) / 1e6).isBetween(0.8 * truth, 1.2 * truth);
        }
    }

    @Test
    void givesTheSameBytesTwice() {
        MadeLog made = made(6, true, true);
        byte[] first = ModelFile.write(fit(made, Effort.FULL));
        assertThat(ModelFile.write(fit(made, Effort.FULL))).isEqualTo(first);
    }

    /**
     * Deals with constant hazards; where replies count, a deal that gets one is won at four times
     * the rate from then on, and where owners do, ann wins at nineteen times bob's.
     */
    private static MadeLog made(long seed, boolean replies, boolean owners) {
        Random random = new Random(seed);
        MadeLog made = new MadeLog();
        for (int i = 0; i < 800; i++) {
            String id = "d" + i;
            String owner = random.nextBoolean() ? "ann" : "bob";
            double day = random.nextDouble() * DAYS;
            made.create(id, at(day), owner, 100_00);
            double won = 0.02 * (owners ? (owner.equals("ann") ? 1.9 : 0.1) : 1);
            boolean replied = false;
            while (day < DAYS) {
                day += 1;
                double now = won * (replies && replied ? 4 : replies ? 0.5 : 1);
                double draw = random.nextDouble();
                if (draw < now + 0.03 && day < DAYS) {
                    made.move(id, at(day), draw < now ? "Won" : "Lost");
                    break;
                }
                if (random.nextDouble() < 0.05 && day < DAYS) {
                    made.say(id, at(day + 0.01), DealField.ACTIVITY, REPLY, owner);
                    replied = true;
                }
            }
        }
        return made;
    }

    private static HazardModel fit(MadeLog made, Effort effort) {
        return new HazardTrainer(SETTINGS, effort, step -> {})
                .fit(RowBuilder.build(made.log(at(DAYS)), SETTINGS), at(DAYS));
    }

    private static DealView deal(String owner) {
        DealView deal = new DealView();
        deal.exists = true;
        deal.createdAt = at(DAYS - 20);
        deal.stage = MadeLog.TALK;
        deal.lastOpenStage = deal.stage;
        deal.visitedStages = 1;
        deal.stageEnteredAt = deal.createdAt;
        deal.owner = owner;
        deal.ownerSince = deal.createdAt;
        deal.amount = 100_00;
        deal.firstAmount = 100_00;
        return deal;
    }

    private static DealView replied() {
        DealView deal = deal("ann");
        deal.inboundActivities = 3;
        deal.buyerActivities = 3;
        deal.lastInboundAt = at(DAYS - 1);
        deal.lastBuyerAt = deal.lastInboundAt;
        deal.lastActivityAt = deal.lastInboundAt;
        return deal;
    }

    private static int score(HazardModel model, DealView deal) {
        int[] out = new int[Horizon.COUNT];
        model.score(deal, new AsOf(SETTINGS.calendar(), at(DAYS)), out);
        return out[Horizon.WITHIN_14_DAYS.ordinal()];
    }
}
