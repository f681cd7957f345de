package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.rollup.Leaf;
import io.pipecast.model.rollup.Measure;
import io.pipecast.model.rollup.OrgChart;
import io.pipecast.model.rollup.ScopeBook;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.Sums;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A book that is told what changed in the trees has the totals of one that looks at every path
 * anew: whoever comes, goes, returns or moves, and however early or late that is read.
 */
class TreeChangesTest {
    private static final DayClock DAYS = new DayClock(ZoneId.of("UTC"));
    private static final int FIRST = 20_000;
    private static final int LENGTH = 60;
    private static final int USERS = 9;
    private static final int WINDOW = 3;

    private final Organization organization = new Organization();
    private final TreeChanges changes = new TreeChanges();
    private final ScopeBook told = new ScopeBook();
    private int known;
    private int narrow;

    @ParameterizedTest
    @ValueSource(
            longs = {
                1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
                24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42
            })
    void aBookToldWhatChangedHasTheTotalsOfOneDrawnAnew(long seed) {
        Random random = new Random(seed);
        ScopeBook anew = new ScopeBook();
        for (int day = FIRST; day < FIRST + LENGTH; day++) {
            for (int i = random.nextInt(3); i > 0; i--) {
                state(random, day);
            }
            follow(day);
            anew.follow(new OrgChart(organization, DAYS, DAYS.startOf(day)), 0);
            for (int i = 0; i < 4; i++) {
                Leaf leaf = leaf(random, day);
                Sums sums = new Sums();
                sums.add(Measure.CLOSED, 1 + random.nextInt(100));
                told.add(leaf, sums);
                anew.add(leaf, sums);
            }
            assertThat(totals(told)).as("day %d", day - FIRST).isEqualTo(totals(anew));
        }
        assertThat(narrow).as("times only some paths were looked at").isPositive();
    }

    private void follow(int day) {
        long at = DAYS.startOf(day);
        OrgChart chart = new OrgChart(organization, DAYS, at);
        if (told.chart() == null) {
            told.follow(chart, 0);
        } else {
            TreeChanges.Change change = changes.between(told.chart().instant(), known, at);
            if (change.anywhere()) {
                told.follow(chart, 0);
            } else {
                narrow += change.isNone() ? 0 : 1;
                told.follow(chart, 0, change.ids());
            }
        }
        known = changes.statements();
    }

    /** States something of a user or a territory from a day a little earlier or later on. */
    private void state(Random random, int day) {
        long from = DAYS.startOf(day + random.nextInt(12) - 6);
        boolean active = random.nextInt(20) > 0;
        int id = random.nextInt(USERS);
        String above = random.nextInt(4) == 0 ? null : "u" + (id + 1 + random.nextInt(3));
        OrganizationFact fact =
                random.nextInt(4) == 0
                        ? OrganizationFact.territory(
                                "t" + id % 3, "T", id == 0 ? null : "t2", active, from, known)
                        : OrganizationFact.user(
                                "u" + id, "U", above, "t" + id % 3, active, from, known);
        organization.add(fact);
        changes.changed(fact);
    }

    private static Leaf leaf(Random random, int day) {
        return new Leaf(
                "u" + random.nextInt(USERS),
                random.nextBoolean() ? null : "t" + random.nextInt(3),
                WINDOW + random.nextInt(2),
                random.nextBoolean() ? Stake.NOW : day - random.nextInt(20));
    }

    private static Map<String, Long> totals(ScopeBook book) {
        Map<String, Long> totals = new TreeMap<>();
        for (Tree tree : Tree.values()) {
            for (OrgChart.Node node : book.chart().nodes(tree).values()) {
                for (int window = WINDOW; window < WINDOW + 2; window++) {
                    long total =
                            book.total(new ScopeBook.Scope(tree, node.id(), window))
                                    .get(Measure.CLOSED);
                    totals.put(tree + " " + node + " " + window, total);
                }
            }
        }
        return totals;
    }
}
