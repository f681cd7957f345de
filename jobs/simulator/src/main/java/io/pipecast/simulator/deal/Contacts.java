package io.pipecast.simulator.deal;

import io.pipecast.simulator.chance.Dice;
import java.util.Arrays;

/**
 * The people at a buyer: each leans for or against the seller, is swayed by the others, and leaves
 * some day. The seller has met some of them. Shared by all deals with the buyer; lives week by
 * week.
 */
final class Contacts {
    private static final double LEAVES_IN_A_WEEK = 0.011;
    private static final double SWAYED = 0.1;
    private static final double COOLS = 0.06;
    private static final double USUAL = -0.12;
    private static final double MOODS = 0.09;
    private static final double WON_OVER = 0.012;
    private static final double CHAMPION_LEANS = 0.25;
    private static final double FIRST_LEANING = 0.4;

    private final Dice dice;
    private final double[] weight;
    private final double[] leaning;
    private final boolean[] met;
    private double touches;
    private int departures;
    private int week;

    /** The people of a buyer nobody has called on before. */
    Contacts(Dice dice, int day) {
        this.dice = dice;
        this.week = Math.floorDiv(day, 7);
        int people = dice.whole(3, 7);
        weight = new double[people];
        leaning = new double[people];
        met = new boolean[people];
        for (int i = 0; i < people; i++) {
            weight[i] = dice.between(0.4, 1.6);
            leaning[i] = USUAL + FIRST_LEANING * dice.normal();
        }
        met[0] = true;
    }

    /** The same people, living on by other dice. */
    Contacts(Contacts other, Dice dice) {
        this.dice = dice;
        this.week = other.week;
        this.weight = other.weight;
        this.leaning = other.leaning.clone();
        this.met = other.met.clone();
        this.touches = other.touches;
        this.departures = other.departures;
    }

    /** Lives up to a day. */
    void liveTo(int day) {
        for (; week < Math.floorDiv(day, 7); week++) {
            liveWeek();
        }
    }

    private void liveWeek() {
        double mean = Arrays.stream(leaning).average().orElse(0);
        int champion = champion();
        for (int i = 0; i < leaning.length; i++) {
            if (dice.chance(LEAVES_IN_A_WEEK)) {
                departures += i == champion ? 1 : 0;
                leaning[i] = USUAL + FIRST_LEANING * dice.normal();
                met[i] = false;
            } else {
                double won = met[i] ? WON_OVER * Math.min(3, touches) : 0;
                double sway = SWAYED * (mean - leaning[i]) - COOLS * (leaning[i] - USUAL);
                double moved = leaning[i] + sway + MOODS * dice.normal();
                leaning[i] = Math.max(-1, Math.min(1, moved + won * (1 - leaning[i])));
            }
        }
        touches *= 0.5;
    }

    /** The one met who counts and leans most, or −1. */
    private int champion() {
        int best = -1;
        for (int i = 0; i < leaning.length; i++) {
            boolean for_ = met[i] && leaning[i] > CHAMPION_LEANS;
            if (for_ && (best < 0 || weight[i] * leaning[i] > weight[best] * leaning[best])) {
                best = i;
            }
        }
        return best;
    }

    /** A seller spent time with them. */
    void touch(double effort) {
        touches += effort;
    }

    /** The seller is introduced to one more of them. */
    void introduce() {
        for (int i = 0; i < met.length; i++) {
            if (!met[i]) {
                met[i] = true;
                return;
            }
        }
    }

    /** How much those met are in favour, −1 to 1; the more of the people are met, the more. */
    double support() {
        double sum = 0;
        double all = 0;
        double known = 0;
        for (int i = 0; i < leaning.length; i++) {
            all += weight[i];
            known += met[i] ? weight[i] : 0;
            sum += met[i] ? weight[i] * leaning[i] : 0;
        }
        return known == 0 ? -0.1 : sum / known * (0.6 + 0.4 * known / all);
    }

    /** Champions who have left so far. */
    int departures() {
        return departures;
    }
}
