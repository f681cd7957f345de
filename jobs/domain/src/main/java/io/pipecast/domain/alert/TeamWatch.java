package io.pipecast.domain.alert;

import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/**
 * Watches managers' teams, territories and the company: looks at their settled rows of the current
 * period and states their alerts. No framework in here.
 */
public final class TeamWatch {
    /** Marks a node of what stays with a former organization. */
    private static final char FORMER = '@';

    private final LongFunction<AlertContext> contexts;
    private final TreeMap<String, TeamBook> teams = new TreeMap<>();

    /** Numbers of managers' teams in the cut that is looked at. */
    private final Set<List<Long>> led = new HashSet<>();

    /**
     * A watch.
     *
     * @param contexts what alerts go by at an instant
     */
    public TeamWatch(LongFunction<AlertContext> contexts) {
        this.contexts = contexts;
    }

    /** Whether a row is of something that is watched, provided that it is a team. */
    public static boolean mayWatch(PipelineForecast row) {
        return row.periodKind() == PeriodRole.CURRENT
                && row.node().indexOf(FORMER) < 0
                && !row.node().equals(Organization.UNASSIGNED)
                // both trees have the same root
                && (row.tree() == Tree.REPORTING || row.level() > 0);
    }

    /**
     * Looks at a team's settled row; those of the reporting tree come first. A territory that is
     * one manager's team says nothing of its own: nobody is told twice.
     */
    public void look(PipelineForecast row, Consumer<Alert> out) {
        List<Long> numbers =
                List.of(
                        row.asOf(),
                        row.value(Quantity.CLOSED),
                        row.value(Quantity.OPEN_AMOUNT),
                        row.value(Quantity.MODEL_FROM_OPEN));
        if (row.tree() == Tree.REPORTING) {
            led.add(numbers);
        } else if (led.contains(numbers)) {
            return;
        }
        teams.computeIfAbsent(
                        row.tree() + "|" + row.node(), k -> new TeamBook(row.tree(), row.node()))
                .look(row, contexts.apply(row.asOf()), out);
    }

    /** Ends the alerts of teams that were not looked at when everything of an instant was. */
    public void looked(long at, Consumer<Alert> out) {
        led.clear();
        for (TeamBook team : teams.values()) {
            if (team.seenAt() < at) {
                team.end(at, out);
            }
        }
    }

    /** What is kept of every team, to be restored. */
    public List<TeamBook> teams() {
        return teams.values().stream().map(TeamBook::copy).toList();
    }

    /** Restores what {@link #teams} returned. */
    public void restore(List<TeamBook> known) {
        known.forEach(team -> teams.put(team.tree() + "|" + team.node(), team));
    }
}
