package io.pipecast.training.fit;

import io.pipecast.domain.organization.Organization;
import io.pipecast.model.features.Records;
import io.pipecast.model.features.Records.Person;
import io.pipecast.training.rows.Row;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/** Records of users as owners and as those who acted last, gathered day by day. */
final class RecordsFit {
    final Tallies owners;
    final Tallies actors;

    RecordsFit(List<String> names, Organization organization, long instant) {
        this.owners = new Tallies(names, organization, instant);
        this.actors = new Tallies(names, organization, instant);
    }

    /** Takes in a day of a deal with its hazards of that day. */
    void add(int owner, int actor, long row, double won, double lost) {
        owners.add(owner, row, won, lost);
        actors.add(actor, row, won, lost);
    }

    /** Everything known, as documents hold it. */
    Records records(List<String> names, AmountNorms norms, List<String> types) {
        TreeMap<String, Person> asOwners = new TreeMap<>();
        TreeMap<String, Person> asActors = new TreeMap<>();
        for (int user = 0; user < names.size(); user++) {
            if (owners.knows(user)) {
                asOwners.put(names.get(user), owners.person(user, norms.ofOwner(user)));
            }
            if (actors.knows(user)) {
                asActors.put(names.get(user), actors.person(user, 0));
            }
        }
        return new Records(asOwners, asActors, norms.table(), owners.company(), types);
    }

    /** Order of kept rows by day. */
    static int[] byDay(long[] rows) {
        int first = Arrays.stream(rows).mapToInt(Row::day).min().orElse(0);
        int last = Arrays.stream(rows).mapToInt(Row::day).max().orElse(0);
        int[] starts = new int[last - first + 2];
        for (long row : rows) {
            starts[Row.day(row) - first + 1]++;
        }
        for (int i = 1; i < starts.length; i++) {
            starts[i] += starts[i - 1];
        }
        int[] order = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            order[starts[Row.day(rows[i]) - first]++] = i;
        }
        return order;
    }
}
