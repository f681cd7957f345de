package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Rep ann moves from manager kim to manager lee, and from north to south, on a day. */
class OrgChartTest {
    private static final DayClock DAYS = new DayClock(ZoneId.of("UTC"));
    private static final int MOVE = 20_500;
    private static final int WINDOW = 3;

    private final Organization organization = new Organization();

    OrgChartTest() {
        organization.add(OrganizationFact.territory("north", "North", null, true, 0, 1));
        organization.add(OrganizationFact.territory("south", "South", null, true, 0, 2));
        organization.add(OrganizationFact.user("kim", "Kim", null, null, true, 0, 3));
        organization.add(OrganizationFact.user("lee", "Lee", null, null, true, 0, 4));
        organization.add(OrganizationFact.user("ann", "Ann", "kim", "north", true, 0, 5));
        organization.add(
                OrganizationFact.user("ann", "Ann", "lee", "south", true, DAYS.startOf(MOVE), 6));
    }

    @Test
    void openAmountsFollowTheRepAndClosedOnesStayWithTheFormerManager() {
        OrgChart chart = chart(MOVE + 10);

        assertThat(chart.path(Tree.REPORTING, leaf(Stake.NOW)))
                .containsExactly("ann", "lee", "company");
        assertThat(chart.path(Tree.REPORTING, leaf(MOVE - 1)))
                .containsExactly("ann@kim", "kim", "company");
        assertThat(chart.path(Tree.TERRITORY, leaf(MOVE - 1))).containsExactly("north", "company");
        assertThat(chart.nodes(Tree.REPORTING).get("ann@kim").name())
                .isEqualTo("Ann (before moving)");
    }

    @Test
    void beforeTheMoveEverythingIsWithTheFormerManager() {
        assertThat(chart(MOVE - 10).path(Tree.REPORTING, leaf(Stake.NOW)))
                .containsExactly("ann", "kim", "company");
    }

    @Test
    void childrenSumToTheirParentAcrossTheMove() {
        ScopeBook book = new ScopeBook();
        book.follow(chart(MOVE - 10), 0);
        book.add(leaf(MOVE - 20), closed(700));
        book.add(leaf(Stake.NOW), closed(40));
        book.follow(chart(MOVE + 10), 0);
        book.add(leaf(MOVE + 5), closed(5));

        assertThat(total(book, "kim")).isEqualTo(700);
        assertThat(total(book, "lee")).isEqualTo(45);
        assertThat(total(book, "company")).isEqualTo(745);
        for (String parent : List.of("kim", "lee", "company")) {
            long children =
                    book.chart().children(Tree.REPORTING, parent).stream()
                            .mapToLong(child -> total(book, child))
                            .sum();
            assertThat(children).as(parent).isEqualTo(total(book, parent));
        }
    }

    @Test
    void whomNobodyKnowsIsUnassigned() {
        Leaf stranger = new Leaf("zoe", null, WINDOW, Stake.NOW);
        assertThat(chart(MOVE).path(Tree.REPORTING, stranger))
                .containsExactly("unassigned", "company");
        assertThat(chart(MOVE).path(Tree.TERRITORY, stranger))
                .containsExactly("unassigned", "company");
    }

    private OrgChart chart(int day) {
        return new OrgChart(organization, DAYS, DAYS.startOf(day));
    }

    private static Leaf leaf(int pathDay) {
        return new Leaf("ann", null, WINDOW, pathDay);
    }

    private static Sums closed(long amount) {
        Sums sums = new Sums();
        sums.add(Measure.CLOSED, amount);
        return sums;
    }

    private static long total(ScopeBook book, String node) {
        return book.total(new ScopeBook.Scope(Tree.REPORTING, node, WINDOW)).get(Measure.CLOSED);
    }
}
