package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealStory;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.RandomDeals;
import io.pipecast.domain.settings.SourceTraits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What holds of the alerts of every deal, shown on random lives; the seed of a failure is in its
 * message.
 */
class AlertLawsTest {
    private static final int LIVES = 2_000;
    private static final List<AlertRule> CLOCKS =
            List.of(AlertRule.STALLED_IN_STAGE, AlertRule.GONE_QUIET, AlertRule.CLOSE_DATE_OVERDUE);
    private static final AlertContext CONTEXT =
            AlertDesk.context(
                    TestCompany.settings(
                            TestCompany.CALENDAR,
                            SourceTraits.ALL,
                            AlertDesk.policy(
                                    AlertRule.PUSHED_REPEATEDLY, rule -> rule.threshold(2))),
                    AlertDesk.learned(7.3, 80));

    @Test
    void theGranularityOfTheCallsDoesNotMatter() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealHistory history = RandomDeals.life(random).history();
            AlertDesk stepwise = new AlertDesk();
            for (long at : someInstants(random)) {
                stepwise.settle(history, at, CONTEXT);
            }
            assertThat(stepwise.stated).as("seed %d", seed).isEqualTo(atOnce(history).stated);
        }
    }

    @Test
    void theGranularityDoesNotMatterThoughRulesAndModelsChange() {
        Set<Alert.Resolution> endings = new TreeSet<>();
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealHistory history = RandomDeals.life(random).history();
            NavigableMap<Long, AlertContext> contexts = contexts(random);
            LongFunction<AlertContext> inForce = t -> contexts.floorEntry(t).getValue();
            AlertDesk atOnce = new AlertDesk();
            atOnce.book.advance("d1", history, AlertDesk.THE_END, inForce, atOnce.stated::add);
            AlertDesk stepwise = new AlertDesk();
            for (long at : someInstants(random)) {
                stepwise.book.advance("d1", history, at, inForce, stepwise.stated::add);
            }
            assertThat(stepwise.stated).as("seed %d", seed).isEqualTo(atOnce.stated);
            atOnce.stated.stream()
                    .filter(a -> a.resolution() != null)
                    .forEach(a -> endings.add(a.resolution()));
        }
        assertThat(endings).contains(Alert.Resolution.RULE_CHANGED, Alert.Resolution.PROGRESS);
    }

    /** One context since ever and some later ones, each with limits of its own. */
    private static NavigableMap<Long, AlertContext> contexts(Random random) {
        NavigableMap<Long, AlertContext> contexts = new TreeMap<>();
        contexts.put(Long.MIN_VALUE, CONTEXT);
        for (int i = random.nextInt(4); i > 0; i--) {
            long since =
                    TestCompany.instant("2026-01-01T00:00") + random.nextInt(9_000) * 3_600_000L;
            AlertPolicy policy =
                    AlertDesk.policy(
                            AlertRule.GONE_QUIET,
                            rule ->
                                    rule.enabled(random.nextInt(4) > 0)
                                            .fallback(5 + random.nextInt(20)));
            LearnedLimits learned =
                    AlertDesk.learned(3 + random.nextInt(30), 40 + random.nextInt(200));
            contexts.put(
                    since,
                    new AlertContext(
                            TestCompany.settings(TestCompany.CALENDAR, SourceTraits.ALL, policy),
                            learned,
                            (amount, currency, closeDate) -> amount,
                            since));
        }
        return contexts;
    }

    @Test
    void orderAndRepetitionOfArrivalDoNotMatter() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealStory story = RandomDeals.life(random);
            assertThat(atOnce(story.shuffled(random)).stated)
                    .as("seed %d", seed)
                    .isEqualTo(atOnce(story.history()).stated);
        }
    }

    @Test
    void savingAndRestoringTheStateBetweenAnyTwoCallsChangesNothing() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealHistory history = RandomDeals.life(random).history();
            List<Alert> stated = new ArrayList<>();
            AlertBook book = new AlertBook();
            for (long at : someInstants(random)) {
                book = restored(book);
                book.advance("d1", history, at, CONTEXT, stated::add);
            }
            assertThat(stated).as("seed %d", seed).isEqualTo(atOnce(history).stated);
        }
    }

    @Test
    void wakingOnlyAtFactsAndAnnouncedDeadlinesMissesNothing() {
        for (int seed = 0; seed < LIVES; seed++) {
            DealHistory history = RandomDeals.life(new Random(seed)).history();
            AlertDesk woken = new AlertDesk();
            long at = history.nextAfter(Long.MIN_VALUE);
            while (at <= AlertDesk.THE_END) {
                int before = woken.stated.size();
                woken.settle(history, at - 1, CONTEXT);
                assertThat(woken.stated).as("seed %d, asleep before %d", seed, at).hasSize(before);
                woken.settle(history, at, CONTEXT);
                AlertBook restored = restored(woken.book);
                assertThat(woken.book.nextDeadline(history, CONTEXT))
                        .as("seed %d at %d", seed, at)
                        .isEqualTo(restored.nextDeadline(history, CONTEXT));
                at = Math.min(woken.book.nextDeadline(history, CONTEXT), history.nextAfter(at));
            }
            assertThat(woken.stated).as("seed %d", seed).isEqualTo(atOnce(history).stated);
        }
    }

    @Test
    void everyAlertIsRaisedOnceThenUpdatedThenResolvedWithGrowingVersions() {
        for (int seed = 0; seed < LIVES; seed++) {
            Map<String, Alert> last = new HashMap<>();
            long version = 0;
            for (Alert alert : atOnce(RandomDeals.life(new Random(seed)).history()).stated) {
                Alert before = last.put(alert.alertId(), alert);
                assertThat(alert.version()).as("seed %d", seed).isEqualTo(++version);
                assertThat(alert.status() == Alert.Status.RAISED)
                        .as("seed %d: %s after %s", seed, alert, before)
                        .isEqualTo(before == null);
                assertThat(before == null || before.status() != Alert.Status.RESOLVED).isTrue();
                assertThat(alert.value())
                        .isGreaterThanOrEqualTo(
                                alert.status() == Alert.Status.RESOLVED ? 0 : alert.threshold());
            }
        }
    }

    @Test
    void aLateFactLeavesTheAlertsAliveThatItsTimelyArrivalWouldHaveLeft() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = new ArrayList<>(RandomDeals.life(random).facts());
            DealHistory complete = DealStory.historyOf(facts);
            Fact late = facts.remove(random.nextInt(facts.size()));
            DealHistory history = DealStory.historyOf(facts);
            long noticed = late.time + random.nextInt(60) * 86_400_000L;
            AlertDesk corrected = new AlertDesk().settle(history, noticed, CONTEXT);
            history.add(late);
            corrected.correct(history, CONTEXT);
            AlertDesk timely = new AlertDesk().settle(complete, noticed, CONTEXT);
            assertThat(alive(corrected))
                    .as("seed %d, late %s", seed, late)
                    .isEqualTo(alive(timely));
        }
    }

    @Test
    void theRandomLivesShowEveryRuleSeverityAndEnding() {
        Set<String> seen = new TreeSet<>();
        for (int seed = 0; seed < LIVES; seed++) {
            for (Alert alert : atOnce(RandomDeals.life(new Random(seed)).history()).stated) {
                seen.add(alert.rule() + " " + alert.severity());
                seen.add(alert.rule() + " " + alert.resolution());
            }
        }
        for (AlertRule rule : CLOCKS) {
            assertThat(seen).contains(rule + " 1", rule + " 2", rule + " 3");
            assertThat(seen)
                    .contains(rule + " WON", rule + " LOST", rule + " REMOVED", rule + " PROGRESS");
        }
        assertThat(seen).contains("PUSHED_REPEATEDLY 1", "PUSHED_REPEATEDLY PROGRESS");
        assertThat(seen).contains("OLDER_THAN_ANY_WIN 1", "OLDER_THAN_ANY_WIN WON");
    }

    private static AlertBook restored(AlertBook book) {
        return new AlertBook(book.openAlerts(), book.settledTo(), book.version(), book.memory());
    }

    private static List<String> alive(AlertDesk desk) {
        return desk.book.openAlerts().stream()
                .map(a -> a.rule() + " " + a.raisedAt() + " " + a.severity() + " " + a.limit())
                .toList();
    }

    private static AlertDesk atOnce(DealHistory history) {
        return new AlertDesk().settle(history, AlertDesk.THE_END, CONTEXT);
    }

    private static long[] someInstants(Random random) {
        long from = TestCompany.instant("2026-01-01T00:00");
        LongStream within = random.longs(random.nextInt(40), from, AlertDesk.THE_END);
        return LongStream.concat(within, LongStream.of(AlertDesk.THE_END)).sorted().toArray();
    }
}
