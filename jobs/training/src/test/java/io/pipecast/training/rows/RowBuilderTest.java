package io.pipecast.training.rows;

import static io.pipecast.training.MadeLog.OFFER;
import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.START;
import static io.pipecast.training.MadeLog.TALK;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.testkit.Deals;
import io.pipecast.testkit.ForAll;
import io.pipecast.training.MadeLog;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings("EnumOrdinal")
class RowBuilderTest {
    private static final int FIRST_DAY = (int) START.toEpochDay();

    @Test
    void makesARowOfEveryMidnightADealIsOpenAndOfEveryEntry() {
        TrainingRows rows =
                rows(
                        new MadeLog()
                                .create("d", at(0.5), "ann", 100)
                                .move("d", at(2.5), "Offer")
                                .move("d", at(4.5), "Won"));
        assertThat(rows.size()).isEqualTo(6);
        assertThat(days(rows)).containsExactly(0, 1, 2, 2, 3, 4);
        assertThat(IntStream.range(0, 6).map(i -> Row.stage(rows.row(i))))
                .containsExactly(TALK, TALK, TALK, OFFER, OFFER, OFFER);
        assertThat(IntStream.range(0, 6).map(i -> Row.daysToEnd(rows.row(i))))
                .containsExactly(4, 3, 2, 2, 1, 0);
        assertThat(IntStream.range(0, 6).mapToObj(i -> Row.end(rows.row(i)))).containsOnly(End.WON);
        assertThat(Row.timeBand(rows.row(3))).isEqualTo(TimeInStage.JUST_ENTERED);
        assertThat(Row.timeBand(rows.row(4))).isEqualTo(TimeInStage.bandOf(0.5));
    }

    @Test
    void keepsLivesVisitsAndTenures() {
        TrainingRows rows =
                rows(
                        new MadeLog()
                                .create("d", at(0.5), "ann", 100)
                                .move("d", at(2.5), "Offer")
                                .say("d", at(3), DealField.OWNER, Fact.NO_NUMBER, "bob")
                                .say("d", at(4.5), DealField.AMOUNT, 90, null)
                                .move("d", at(4.5), "Won"));
        assertThat(rows.lives())
                .singleElement()
                .satisfies(
                        life -> {
                            assertThat(life.createdAt()).isEqualTo(at(0.5));
                            assertThat(life.endedAt()).isEqualTo(at(4.5));
                            assertThat(life.end()).isEqualTo(End.WON);
                            assertThat(life.owner()).isEqualTo("bob");
                            assertThat(life.amount()).isEqualTo(90);
                            assertThat(life.amountBefore()).isEqualTo(100);
                        });
        assertThat(rows.visits())
                .containsExactly(
                        new Visit(TALK, at(0.5), at(2.5), at(4.5), true),
                        new Visit(OFFER, at(2.5), at(4.5), at(4.5), true));
        assertThat(rows.tenures())
                .containsExactly(
                        new Tenure("ann", at(0.5), at(3)), new Tenure("bob", at(3), at(4.5)));
    }

    @Test
    void startsANewLifeWhenADealIsReopened() {
        TrainingRows rows =
                rows(
                        new MadeLog()
                                .create("d", at(0.5), "ann", 100)
                                .move("d", at(1.5), "Lost")
                                .move("d", at(5.5), "Offer")
                                .move("d", at(7.5), "Won"));
        assertThat(days(rows)).containsExactly(0, 1, 5, 6, 7);
        assertThat(rows.lives()).extracting(Life::end).containsExactly(End.LOST, End.WON);
        assertThat(Row.end(rows.row(1))).isEqualTo(End.LOST);
        assertThat(Row.end(rows.row(2))).isEqualTo(End.WON);
    }

    @Test
    void watchesARemovedDealUntilItWasRemoved() {
        TrainingRows rows =
                rows(
                        new MadeLog()
                                .create("d", at(0.5), "ann", 100)
                                .say(
                                        "d",
                                        at(2.5),
                                        DealField.LIFECYCLE,
                                        Lifecycle.DELETED.ordinal(),
                                        null));
        assertThat(days(rows)).containsExactly(0, 1, 2);
        assertThat(Row.end(rows.row(2))).isEqualTo(End.REMOVED);
    }

    @Test
    void readsNothingAfterUntil() {
        MadeLog made = new MadeLog().create("d", at(0.5), "ann", 100).move("d", at(9.5), "Won");
        DealLog log = made.log(at(9));
        assertThat(log.lastTime()).isEqualTo(at(0.5));
        assertThat(RowBuilder.build(log, SETTINGS).lives())
                .extracting(Life::end)
                .containsExactly(End.NONE);
    }

    @Test
    void isTheSameForAnyOrderAndRepetition() {
        ForAll.lists(
                20,
                random -> Deals.events(random, SETTINGS.stages(), 12, at(0), at(200)),
                (events, random) ->
                        assertThat(rows(shuffled(events, random))).isEqualTo(rows(events)));
    }

    @Test
    void saysOfEveryMidnightWhatTheServingViewSays() {
        ForAll.seeds(
                20,
                random -> {
                    List<DealEvent> events =
                            Deals.events(random, SETTINGS.stages(), 8, at(0), at(150));
                    DealLog log = new DealLog(SETTINGS);
                    Map<String, DealHistory> histories = new HashMap<>();
                    for (DealEvent event : events) {
                        log.add(event);
                        for (Fact fact : event.facts()) {
                            histories
                                    .computeIfAbsent(event.opportunityId(), id -> new DealHistory())
                                    .add(fact);
                        }
                    }
                    assertThat(midnights(RowBuilder.build(log, SETTINGS)))
                            .isEqualTo(midnights(histories, log.lastTime()));
                });
    }

    /** Stage, time band and levels at midnights, counted. */
    private static Map<String, Integer> midnights(TrainingRows rows) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < rows.size(); i++) {
            long row = rows.row(i);
            if (Row.timeBand(row) != TimeInStage.JUST_ENTERED) {
                String said = Row.day(row) + " " + Row.stage(row) + " " + Row.timeBand(row);
                for (DealFactor factor : DealFactor.values()) {
                    said += " " + Row.level(row, factor);
                }
                counts.merge(said, 1, Integer::sum);
            }
        }
        return counts;
    }

    private static Map<String, Integer> midnights(Map<String, DealHistory> histories, long until) {
        SalesCalendar calendar = SETTINGS.calendar();
        Map<String, Integer> counts = new HashMap<>();
        for (int day = FIRST_DAY; calendar.days().startOf(day) <= until; day++) {
            long midnight = calendar.days().startOf(day);
            for (DealHistory history : histories.values()) {
                DealView view = history.viewAt(midnight, SETTINGS.stages());
                int band = TimeInStage.band(view, calendar, midnight, day);
                if (view.isOpen() && band != TimeInStage.JUST_ENTERED) {
                    String said = day + " " + view.stage + " " + band;
                    for (DealFactor factor : DealFactor.values()) {
                        said += " " + factor.level(view, calendar, midnight);
                    }
                    counts.merge(said, 1, Integer::sum);
                }
            }
        }
        return counts;
    }

    private static List<DealEvent> shuffled(List<DealEvent> events, Random random) {
        List<DealEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        Collections.shuffle(twice, random);
        return twice;
    }

    private static String rows(List<DealEvent> events) {
        DealLog log = new DealLog(SETTINGS);
        events.forEach(log::add);
        if (log.isEmpty()) {
            return "none";
        }
        TrainingRows rows = RowBuilder.build(log, SETTINGS);
        return IntStream.range(0, rows.size()).mapToObj(rows::row).toList()
                + " "
                + rows.lives()
                + rows.visits()
                + rows.tenures()
                + rows.fingerprintBefore(FIRST_DAY + 400);
    }

    private static TrainingRows rows(MadeLog made) {
        return RowBuilder.build(made.log(at(100)), SETTINGS);
    }

    private static IntStream days(TrainingRows rows) {
        return IntStream.range(0, rows.size()).map(i -> Row.day(rows.row(i)) - FIRST_DAY);
    }
}
