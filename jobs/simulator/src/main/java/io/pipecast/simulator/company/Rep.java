package io.pipecast.simulator.company;

import io.pipecast.simulator.chance.Dice;

/**
 * A rep as the world knows them: hidden skill and the habits that colour what they enter.
 *
 * @param index position among all reps ever hired, leavers included
 * @param id user id
 * @param name display name
 * @param manager user id of the manager
 * @param region where they sell
 * @param skill hidden; about normal(0, 0.45), 0 is average
 * @param habit how they set forecast categories
 * @param discipline 0.4–1.3: how promptly they correct close dates that have become untenable
 * @param optimism 0.45–1: entered time to close as a share of what such deals take
 * @param portfolio open deals they aim at
 */
public record Rep(
        int index,
        String id,
        String name,
        String manager,
        Region region,
        double skill,
        Habit habit,
        double discipline,
        double optimism,
        int portfolio) {

    /** How a rep sets forecast categories. */
    public enum Habit {
        /** Says less than they believe. */
        SANDBAGGER,
        NEUTRAL,
        /** Commits early and hangs on. */
        OPTIMIST
    }

    /** A rep drawn from their own dice. */
    static Rep draw(long seed, int index, String id, String name, String manager, Region region) {
        Dice dice = Dice.of(seed, Dice.Stream.PERSON, index);
        double skill = 0.45 * dice.normal();
        double draw = dice.uniform();
        Habit habit = draw < 0.28 ? Habit.SANDBAGGER : draw < 0.66 ? Habit.NEUTRAL : Habit.OPTIMIST;
        return new Rep(
                index,
                id,
                name,
                manager,
                region,
                skill,
                habit,
                dice.between(0.4, 1.3),
                dice.between(0.45, 1),
                dice.whole(16, 24));
    }
}
