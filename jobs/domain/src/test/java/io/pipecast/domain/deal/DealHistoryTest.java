package io.pipecast.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The set of a deal's facts: what must hold of it for every deal, shown on random lives. */
class DealHistoryTest {
    private static final int LIVES = 1_000;
    private static final Field[] FIELDS = DealView.class.getFields();

    @Test
    void orderAndRepetitionOfArrivalDoNotMatter() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealStory story = RandomDeals.life(random);
            DealHistory told = story.history();
            DealHistory shuffled = story.shuffled(random);
            assertThat(facts(shuffled)).as("seed %d", seed).isEqualTo(facts(told));
            for (long t : instants(told, random)) {
                assertSame(shuffled.viewAt(t, TestCompany.STAGES), foldUntil(told, t), seed);
            }
        }
    }

    @Test
    void aViewIsTheFoldOfTheFactsUntilItsInstantWhereverTheCursorStood() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealHistory history = RandomDeals.life(random).history();
            for (long t : instants(history, random)) {
                assertSame(history.viewAt(t, TestCompany.STAGES), foldUntil(history, t), seed);
            }
        }
    }

    @Test
    void aFactAddedBehindTheCursorIsSeenByTheNextView() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            List<Fact> facts = RandomDeals.life(random).facts();
            DealHistory growing = new DealHistory();
            List<Fact> arrived = new ArrayList<>();
            for (Fact fact : shuffled(facts, random)) {
                growing.add(fact);
                arrived.add(fact);
                long t = fact.time + random.nextInt(3) - 1;
                DealView fresh = foldUntil(DealStory.historyOf(arrived), t);
                assertSame(growing.viewAt(t, TestCompany.STAGES), fresh, seed);
            }
        }
    }

    @Test
    void countAndNextSplitTheFactsAtAnInstant() {
        for (int seed = 0; seed < LIVES; seed++) {
            Random random = new Random(seed);
            DealHistory history = RandomDeals.life(random).history();
            for (long t : instants(history, random)) {
                long until = facts(history).stream().filter(f -> f.time <= t).count();
                assertThat(history.countUntil(t)).as("seed %d", seed).isEqualTo((int) until);
                long next =
                        facts(history).stream()
                                .mapToLong(f -> f.time)
                                .filter(x -> x > t)
                                .min()
                                .orElse(Long.MAX_VALUE);
                assertThat(history.nextAfter(t)).as("seed %d", seed).isEqualTo(next);
            }
        }
    }

    @Test
    void aCopyGoesItsOwnWay() {
        DealStory story = new DealStory().at("2026-03-02T09:00").created().stage("Qualified");
        DealHistory original = story.history();
        DealHistory copy = original.copy();
        copy.add(new DealStory().at("2026-03-03T09:00").stage("Won").facts().get(0));
        assertThat(original.size()).isEqualTo(2);
        assertThat(copy.viewAt(Long.MAX_VALUE, TestCompany.STAGES).isWon()).isTrue();
        assertThat(original.viewAt(Long.MAX_VALUE, TestCompany.STAGES).isOpen()).isTrue();
    }

    @Test
    void factsOfOneInstantAreAppliedInTheOrderOfTheSource() {
        DealStory story = new DealStory().at("2026-03-02T09:00").created().stage("Qualified");
        story.at("2026-03-02T10:00").stage("Negotiation").at("2026-03-02T10:00").stage("Proposal");
        for (int seed = 0; seed < 50; seed++) {
            DealView deal =
                    story.shuffled(new Random(seed)).viewAt(Long.MAX_VALUE, TestCompany.STAGES);
            assertThat(TestCompany.STAGES.get(deal.stage).name()).isEqualTo("Proposal");
            assertThat(deal.backwardMoves).isEqualTo(1);
        }
    }

    @Test
    void severalMeasuresOfOneEventAreSeparateFacts() {
        DealHistory history = new DealHistory();
        assertThat(history.add(measure("arr", 100))).isTrue();
        assertThat(history.add(measure("tcv", 300))).isTrue();
        assertThat(history.add(measure("arr", 100))).isFalse();
        assertThat(history.viewAt(1, TestCompany.STAGES).measures)
                .containsOnly(Map.entry("arr", 100L), Map.entry("tcv", 300L));
    }

    private static Fact measure(String name, long value) {
        return new Fact(1, 1, 1, 1, DealField.MEASURE, value, name);
    }

    private static List<Fact> facts(DealHistory history) {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            facts.add(history.fact(i));
        }
        return facts;
    }

    private static List<Fact> shuffled(List<Fact> facts, Random random) {
        List<Fact> copy = new ArrayList<>(facts);
        Collections.shuffle(copy, random);
        return copy;
    }

    /** The view as the definition has it: facts with time ≤ t, in order, into a new view. */
    private static DealView foldUntil(DealHistory history, long t) {
        DealView view = new DealView();
        facts(history).stream()
                .filter(f -> f.time <= t)
                .forEach(f -> view.apply(f, TestCompany.STAGES));
        return view;
    }

    private static void assertSame(DealView actual, DealView expected, int seed) {
        assertThat(values(actual)).as("seed %d", seed).isEqualTo(values(expected));
    }

    private static Map<String, Object> values(DealView view) {
        Map<String, Object> values = new HashMap<>();
        try {
            for (Field field : FIELDS) {
                Object value = field.get(view);
                values.put(field.getName(), value instanceof int[] i ? Arrays.toString(i) : value);
                values.computeIfPresent(
                        field.getName(),
                        (name, v) -> v instanceof long[] l ? Arrays.toString(l) : v);
            }
        } catch (IllegalAccessException e) {
            throw new LinkageError(e.getMessage(), e);
        }
        return values;
    }

    /** Instants back and forth: around facts, before the first, after the last. */
    private static long[] instants(DealHistory history, Random random) {
        long[] instants = new long[6];
        for (int i = 0; i < instants.length; i++) {
            instants[i] = history.fact(random.nextInt(history.size())).time + random.nextInt(3) - 1;
        }
        instants[random.nextInt(6)] = random.nextBoolean() ? Long.MIN_VALUE : Long.MAX_VALUE;
        return instants;
    }
}
