package io.pipecast.training.fit;

import static io.pipecast.training.MadeLog.OFFER;
import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.TALK;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.training.MadeLog;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HazardTrainerTest {
    private static final int DAYS = 400;

    @Test
    void findsTheHazardsALogWasMadeWith() {
        HazardModel model = fit(made(1, 6000, 0.02, 0.03), DAYS);
        for (int days : new int[] {7, 14, 30, 60}) {
            double truth = 0.4 * (1 - Math.exp(-0.05 * days));
            for (double stay : new double[] {1, 4, 12, 25}) {
                double said =
                        new CellChances(model.tables())
                                .wonWithin(0, TALK, TimeInStage.bandOf(stay), 0, asOf(), days);
                assertThat(said)
                        .as("%d days after %s in stage", days, stay)
                        .isCloseTo(truth, within(0.03));
            }
        }
    }

    @Test
    void isNotMisledByDealsWhoseEndIsNotYetKnown() {
        // after 40 days most of what will ever be won is still open: counting those as not won
        // would halve the chance
        HazardModel model = fit(made(2, 20_000, 0.02, 0.03), 40);
        double within30 =
                new CellChances(model.tables())
                        .wonWithin(0, TALK, TimeInStage.bandOf(4), 0, asOf(), 30);
        assertThat(within30).isCloseTo(0.4 * (1 - Math.exp(-0.05 * 30)), within(0.04));
    }

    @Test
    void pullsAThinStageTowardsTheOthers() {
        MadeLog made = made(3, 3000, 0.02, 0.03);
        for (int i = 0; i < 2; i++) {
            made.create("thin" + i, at(50.5), "ann", 100)
                    .move("thin" + i, at(51.5), "Offer")
                    .move("thin" + i, at(52.5), "Won");
        }
        HazardModel model = fit(made, DAYS);
        double common =
                new CellChances(model.tables())
                        .wonWithin(0, TALK, TimeInStage.bandOf(1), 0, asOf(), 14);
        double thin =
                new CellChances(model.tables())
                        .wonWithin(0, OFFER, TimeInStage.bandOf(1), 0, asOf(), 14);
        assertThat(thin).isBetween(common, 0.6);
    }

    @Test
    void givesTheSameBytesForTheSameFactsInAnyOrder() {
        List<DealEvent> events = new ArrayList<>(made(4, 500, 0.02, 0.03).events());
        String first = document(fit(events, at(DAYS)));
        events.addAll(events.subList(0, 100));
        Collections.shuffle(events, new Random(1));
        assertThat(document(fit(events, at(DAYS)))).isEqualTo(first);
    }

    @Test
    void fitsThePastAsIfTheFutureWereNotInTheLog() {
        MadeLog made = made(5, 1500, 0.02, 0.03);
        TrainingRows all = RowBuilder.build(made.log(at(DAYS)), SETTINGS);
        for (int cut : new int[] {60, 130, 250}) {
            HazardModel rolling = new HazardTrainer(SETTINGS).fit(all, at(cut));
            assertThat(document(rolling)).isEqualTo(document(fit(made, cut)));
        }
    }

    @Test
    void learnsWhatClosingsTeach() {
        MadeLog made = new MadeLog();
        for (int i = 0; i < 60; i++) {
            String id = "d" + i;
            made.create(id, at(i + 0.5), i % 3 == 0 ? "bob" : "ann", 1000);
            made.move(id, at(i + 10.5), "Offer");
            made.say(id, at(i + 20.5), DealField.AMOUNT, 800, null);
            made.move(id, at(i + 20.5), i % 2 == 0 ? "Won" : "Lost");
        }
        HazardModel model = fit(made, 90);
        assertThat(model.amountRatio()).isCloseTo(0.8, within(1e-9));
        assertThat(model.stallLimit(TALK)).isCloseTo(10, within(1e-6));
        assertThat(model.stallLimit(OFFER)).isCloseTo(10, within(1e-6));
        assertThat(model.closing().newBusiness().shares().get("ann"))
                .isGreaterThan(model.closing().newBusiness().shares().get("bob"));
        // a deal every second day, won after 20 days at 800
        AsOf asOf = asOf();
        double month =
                model.newBusiness("ann", asOf, asOf.day + 30, asOf.day + 60)[0]
                        + model.newBusiness("bob", asOf, asOf.day + 30, asOf.day + 60)[0];
        assertThat(month).isCloseTo(15 * 800, within(2000.0));
        assertThat(model.newBusiness("ann", asOf, asOf.day, asOf.day + 19)[0]).isZero();
    }

    @Test
    void hasNoLimitWhereWonDealsWereTooFew() {
        MadeLog made = new MadeLog();
        for (int i = 0; i < 10; i++) {
            made.create("d" + i, at(i + 0.5), "ann", 1000).move("d" + i, at(i + 5.5), "Won");
        }
        HazardModel model = fit(made, 30);
        assertThat(model.stallLimit(TALK)).isNaN();
        assertThat(model.longestWonAge()).isInfinite();
    }

    @Test
    void limitsTheAgeWhereManyDealsOutlivedTheLastWin() {
        MadeLog made = new MadeLog();
        for (int i = 0; i < 200; i++) {
            made.create("d" + i, at(i / 10.0), "ann", 1000);
            if (i % 2 == 0) {
                made.move("d" + i, at(i / 10.0 + 10 + i / 20.0), "Won");
            }
        }
        made.say("d1", at(200), DealField.OWNER, 0, "bob");
        assertThat(fit(made, 200).longestWonAge()).isCloseTo(19.9, within(1e-6));
    }

    @Test
    void winsOfOneAgeAreNoLimitWhereNothingWasWaitedBeyond() {
        MadeLog made = new MadeLog();
        for (int i = 0; i < 40; i++) {
            made.create("d" + i, at(i), "ann", 1000).move("d" + i, at(i + 10), "Won");
        }
        assertThat(fit(made, 60).longestWonAge()).isCloseTo(20, within(1e-6));
    }

    @Test
    void refusesToLearnFromNothing() {
        TrainingRows rows = RowBuilder.build(made(6, 10, 0.1, 0.1).log(at(DAYS)), SETTINGS);
        assertThatThrownBy(() -> new HazardTrainer(SETTINGS).fit(rows, at(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a log must hold open deals before 2024-07-01 to learn from, held none");
    }

    /** Deals created over the whole time, each day won or lost with constant hazards. */
    private static MadeLog made(long seed, int deals, double won, double lost) {
        Random random = new Random(seed);
        MadeLog made = new MadeLog();
        for (int i = 0; i < deals; i++) {
            double created = random.nextDouble() * DAYS;
            double ended = created - Math.log(1 - random.nextDouble()) / (won + lost);
            made.create("d" + i, at(created), "u" + i % 5, 100_00);
            if (ended < DAYS) {
                made.move(
                        "d" + i,
                        at(ended),
                        random.nextDouble() < won / (won + lost) ? "Won" : "Lost");
            }
        }
        return made;
    }

    private static HazardModel fit(MadeLog made, int untilDay) {
        return fit(made.events(), at(untilDay));
    }

    private static HazardModel fit(List<DealEvent> events, long until) {
        DealLog log = new DealLog(SETTINGS, until);
        events.forEach(log::add);
        return new HazardTrainer(SETTINGS).fit(RowBuilder.build(log, SETTINGS), until);
    }

    /** The bytes of the document as text short enough to show. */
    private static String document(HazardModel model) {
        byte[] bytes = ModelFile.write(model);
        return model.version()
                + " "
                + model.card().metrics()
                + " "
                + bytes.length
                + " bytes "
                + Arrays.hashCode(bytes);
    }

    private static AsOf asOf() {
        return new AsOf(SETTINGS.calendar(), at(DAYS + 1));
    }
}
