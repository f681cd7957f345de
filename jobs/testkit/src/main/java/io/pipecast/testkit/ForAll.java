package io.pipecast.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs a property over seeds 1, 2, 3 …, so that every run tries the same cases. A failure names its
 * seed; {@code -Dforall.seed=17} tries that one alone.
 */
public final class ForAll {
    private static final String SEED = "forall.seed";

    private ForAll() {}

    /** Runs a property with a fresh {@link Random} for each of {@code runs} seeds. */
    public static void seeds(int runs, Consumer<Random> property) {
        each(
                runs,
                seed -> {
                    try {
                        property.accept(new Random(seed));
                    } catch (Exception | AssertionError failure) {
                        throw failed(seed, "", failure);
                    }
                });
    }

    /**
     * Runs a property over generated lists. A list that fails is shrunk, by leaving out halves,
     * quarters, … and at last single elements, to a small one that still fails.
     *
     * @param property is given a list and a Random that is the same in every attempt of one seed
     */
    public static <T> void lists(
            int runs, Function<Random, List<T>> generator, BiConsumer<List<T>, Random> property) {
        each(
                runs,
                seed -> {
                    List<T> list = generator.apply(new Random(seed));
                    if (failure(property, list, seed) != null) {
                        List<T> small =
                                shrink(list, smaller -> failure(property, smaller, seed) != null);
                        String size = " with " + small.size() + " of " + list.size() + " elements ";
                        throw failed(seed, size + small, failure(property, small, seed));
                    }
                });
    }

    private static void each(int runs, Consumer<Long> run) {
        Long only = Long.getLong(SEED);
        if (only != null) {
            run.accept(only);
            return;
        }
        for (long seed = 1; seed <= runs; seed++) {
            run.accept(seed);
        }
    }

    private static <T> Throwable failure(
            BiConsumer<List<T>, Random> property, List<T> list, long seed) {
        try {
            property.accept(list, new Random(~seed));
            return null;
        } catch (Exception | AssertionError failure) {
            return failure;
        }
    }

    /** The smallest list found that still fails. */
    private static <T> List<T> shrink(List<T> failing, Function<List<T>, Boolean> fails) {
        List<T> small = failing;
        for (int cut = failing.size() / 2; cut > 0; cut /= 2) {
            for (int from = 0; from < small.size(); ) {
                List<T> without = new ArrayList<>(small.subList(0, from));
                without.addAll(small.subList(Math.min(small.size(), from + cut), small.size()));
                if (fails.apply(without)) {
                    small = without;
                } else {
                    from += cut;
                }
            }
        }
        return small;
    }

    private static AssertionError failed(long seed, String shrunk, Throwable cause) {
        String replay = "seed " + seed + " (replay with -D" + SEED + "=" + seed + ")";
        return new AssertionError(
                "fails for " + replay + shrunk + ": " + cause.getMessage(), cause);
    }
}
