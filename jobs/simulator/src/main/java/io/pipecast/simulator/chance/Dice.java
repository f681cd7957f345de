package io.pipecast.simulator.chance;

import java.util.SplittableRandom;

/**
 * Seeded chance of one thing in the world: a deal, a rep, the company. Every thing has its own
 * dice, so that what happens to one never changes the draws of another. Same seed, same numbers on
 * every machine: transcendental functions come from {@link StrictMath}.
 */
public final class Dice {
    private final SplittableRandom random;

    private Dice(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /**
     * Dice of one thing.
     *
     * @param seed seed of the simulation
     * @param stream what kind of thing
     * @param index which one of its kind
     */
    public static Dice of(long seed, Stream stream, long index) {
        return new Dice(mix(mix(seed * 31 + stream.name().hashCode()) + index));
    }

    /** The kinds of things with dice of their own. */
    public enum Stream {
        COMPANY,
        PERSON,
        BIRTHS,
        DEAL,
        TURNOVER,
        SWEEPS,
        RATES,
        CALLS,
        MESS,
        ORACLE,
        CONTACTS,
        DEMAND
    }

    private static long mix(long z) {
        long m = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        m = (m ^ (m >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return (m ^ (m >>> 33)) + 0x9e3779b97f4a7c15L;
    }

    /** True with a chance; always false at 0, always true at 1. */
    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform in [0, 1). */
    public double uniform() {
        return random.nextDouble();
    }

    /** Uniform in [from, to). */
    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    /** Uniform whole number in [from, to]. */
    public int whole(int from, int to) {
        return from + random.nextInt(to - from + 1);
    }

    /** Uniform whole number in [0, bound). */
    public long below(long bound) {
        return random.nextLong(bound);
    }

    /** Standard normal. */
    public double normal() {
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
        return radius * StrictMath.cos(2 * StrictMath.PI * random.nextDouble());
    }

    /** Poisson count of a small mean (≤ 30). */
    public int count(double mean) {
        double left = StrictMath.exp(-mean);
        double sum = left;
        double draw = random.nextDouble();
        int n = 0;
        while (draw > sum && n < 200) {
            n++;
            left *= mean / n;
            sum += left;
        }
        return n;
    }

    /** One of the values, each as likely. */
    @SafeVarargs
    public final <T> T pick(T... values) {
        return values[random.nextInt(values.length)];
    }
}
