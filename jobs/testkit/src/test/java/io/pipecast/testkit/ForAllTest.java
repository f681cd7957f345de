package io.pipecast.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ForAllTest {
    @BeforeEach
    void onlyWhereNoSeedIsReplayed() {
        Assumptions.assumeTrue(System.getProperty("forall.seed") == null, "a seed is replayed");
    }

    @Test
    void triesTheSameCasesInEveryRun() {
        List<Long> first = new ArrayList<>();
        List<Long> second = new ArrayList<>();
        ForAll.seeds(20, random -> first.add(random.nextLong()));
        ForAll.seeds(20, random -> second.add(random.nextLong()));
        assertThat(first).hasSize(20).doesNotHaveDuplicates().isEqualTo(second);
    }

    @Test
    void namesTheSeedOfAFailure() {
        int[] runs = {0};
        assertThatThrownBy(() -> ForAll.seeds(100, random -> assertThat(++runs[0]).isLessThan(7)))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("fails for seed 7 (replay with -Dforall.seed=7)");
    }

    @Test
    void shrinksAListToTheElementsThatMakeItFail() {
        assertThatThrownBy(
                        () ->
                                ForAll.lists(
                                        1,
                                        random ->
                                                random.ints(1000, 0, 10_000)
                                                        .boxed()
                                                        .sorted()
                                                        .toList(),
                                        (list, random) ->
                                                assertThat(
                                                                list.stream()
                                                                        .filter(i -> i > 9_000)
                                                                        .count())
                                                        .isLessThan(2)))
                .hasMessageContaining("with 2 of 1000 elements");
    }

    @Test
    void replaysOneSeedAlone() {
        List<Long> tried = new ArrayList<>();
        System.setProperty("forall.seed", "17");
        try {
            ForAll.seeds(100, random -> tried.add(random.nextLong()));
        } finally {
            System.clearProperty("forall.seed");
        }
        assertThat(tried).containsExactly(new java.util.Random(17).nextLong());
    }
}
