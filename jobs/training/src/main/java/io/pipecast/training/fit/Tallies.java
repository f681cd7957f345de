package io.pipecast.training.fit;

import io.pipecast.domain.organization.Organization;
import io.pipecast.model.features.Records.Person;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Row;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The records of users: wins and losses seen ÷ expected of the deals they had, given stage, time in
 * it and calendar. Thin records are drawn to the territory's, these to the company's, these to 1
 * (gamma-Poisson). They are gathered day by day, so that what a record says on a day comes from
 * earlier days alone.
 */
final class Tallies {
    /** Ends a record's prior weighs as much as. */
    static final double PRIOR_ENDS = 15;

    private final int[] territoryOf;
    private final double[] seenWon;
    private final double[] seenLost;
    private final double[] hopedWon;
    private final double[] hopedLost;
    private final int users;
    private final int territories;

    /**
     * Records of nobody yet.
     *
     * @param names users by index
     */
    Tallies(List<String> names, Organization organization, long instant) {
        Map<String, Integer> ids = new HashMap<>();
        this.users = names.size();
        this.territoryOf = new int[users];
        for (int user = 0; user < users; user++) {
            String territory = organization.territoryOf(null, null, names.get(user), instant);
            Integer id = ids.computeIfAbsent(territory, t -> ids.size());
            territoryOf[user] = id;
        }
        this.territories = ids.size();
        this.seenWon = new double[users + territories + 1];
        this.seenLost = new double[seenWon.length];
        this.hopedWon = new double[seenWon.length];
        this.hopedLost = new double[seenWon.length];
    }

    /** Takes in a day of a user's deal. */
    void add(int user, long row, double won, double lost) {
        boolean today = Row.daysToEnd(row) == 0;
        add(seenWon, user, today && Row.end(row) == End.WON ? 1 : 0);
        add(seenLost, user, today && Row.end(row) == End.LOST ? 1 : 0);
        add(hopedWon, user, won);
        add(hopedLost, user, lost);
    }

    private void add(double[] sums, int user, double value) {
        if (user >= 0) {
            sums[user] += value;
            sums[users + territoryOf[user]] += value;
        }
        sums[users + territories] += value;
    }

    /** Logarithm of wins seen ÷ expected of a user, −1 for nobody. */
    double won(int user) {
        return pooled(seenWon, hopedWon, user);
    }

    /** The same of losses. */
    double lost(int user) {
        return pooled(seenLost, hopedLost, user);
    }

    /** Ends seen of a user and those the prior weighs as much as. */
    double size(int user) {
        return user < 0 ? PRIOR_ENDS : seenWon[user] + seenLost[user] + PRIOR_ENDS;
    }

    private double pooled(double[] seen, double[] hoped, int user) {
        int company = users + territories;
        double ratio = (seen[company] + PRIOR_ENDS) / (hoped[company] + PRIOR_ENDS);
        if (user >= 0) {
            int territory = users + territoryOf[user];
            ratio = (seen[territory] + PRIOR_ENDS * ratio) / (hoped[territory] + PRIOR_ENDS);
            ratio = (seen[user] + PRIOR_ENDS * ratio) / (hoped[user] + PRIOR_ENDS);
        }
        return Math.log(ratio);
    }

    /** Whether anything was seen of a user. */
    boolean knows(int user) {
        return hopedWon[user] > 0;
    }

    /** The record of a user as documents hold it. */
    Person person(int user, double amount) {
        return new Person(won(user), lost(user), amount, size(user));
    }

    /** The record of whoever is not listed. */
    Person company() {
        return new Person(won(-1), lost(-1), 0, PRIOR_ENDS);
    }
}
