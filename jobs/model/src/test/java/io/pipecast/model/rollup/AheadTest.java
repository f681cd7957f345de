package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.features.AsOf;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Seen in May 2026, the second of four quarters: ann below kim, deals of 1,000 each. */
class AheadTest {
    private static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneOffset.UTC),
                    new BusinessDays(EnumSet.allOf(DayOfWeek.class), Set.of()),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2026, 1, 1)));
    private static final AsOf MAY = asOf(LocalDate.of(2026, 5, 4));
    private static final int CURRENT = MAY.current.index();

    private final ScopeBook book = new ScopeBook();

    AheadTest() {
        Organization organization = new Organization();
        organization.add(OrganizationFact.user("kim", "Kim", null, null, true, 0, 1));
        organization.add(OrganizationFact.user("ann", "Ann", "kim", null, true, 0, 2));
        book.follow(
                new OrgChart(organization, CALENDAR.days(), MAY.instant), Window.firstOfYear(MAY));
    }

    private static AsOf asOf(LocalDate day) {
        return new AsOf(CALENDAR, CALENDAR.days().startOf((int) day.toEpochDay()));
    }

    @Test
    void whatOpenDealsBringAfterTheNextPeriodIsInTheOneAfterIt() {
        open(200_000, 300_000, 900_000);
        Ahead.Parts parts = parts("company", CURRENT + 2);

        assertThat(parts.beyond()).isEqualTo(400);
        assertThat(parts.sums().get(Measure.FROM_OPEN)).isZero();
        assertThat(parts.beyondVariance()).isCloseTo(400_000, within(1.0));
        assertThat(parts("company", CURRENT + 1).beyond()).isZero();
        assertThat(parts("company", CURRENT + 3).beyond()).isZero();
    }

    @Test
    void theYearHoldsWhatIsClosedInItAndAllThatIsStillToCome() {
        won(70, CURRENT - 1);
        won(5, CURRENT);
        won(900, CURRENT - 2);
        open(200_000, 300_000, 900_000);
        Ahead.Parts year = parts("company", Window.YEAR);

        assertThat(year.sums().get(Measure.CLOSED)).isEqualTo(75);
        assertThat(year.sums().get(Measure.FROM_OPEN)).isEqualTo(500);
        assertThat(year.beyond()).isEqualTo(400);
    }

    @Test
    void inTheLastQuarterTheYearEndsWithIt() {
        AsOf autumn = asOf(LocalDate.of(2026, 11, 2));
        assertThat(Window.firstOfYear(autumn)).isEqualTo(autumn.current.index() - 3);
        assertThat(Window.lastOfYear(autumn)).isEqualTo(autumn.current.index());
        assertThat(Window.endDay(Window.YEAR, autumn))
                .isEqualTo((int) LocalDate.of(2027, 1, 1).toEpochDay());
        open(200_000, 300_000, 900_000);
        ScopeBook.Scope year = new ScopeBook.Scope(Tree.REPORTING, "company", Window.YEAR);

        Ahead.Parts parts = Ahead.parts(book, year, autumn);

        assertThat(parts.beyond()).isZero();
        assertThat(Window.id(Window.YEAR, autumn)).isEqualTo("fiscal-year-2026");
    }

    @Test
    void onlyTheCompanyAndWhatIsRightBelowItAreForecastSoFar() {
        assertThat(Ahead.isFor(book.chart(), Tree.REPORTING, "company")).isTrue();
        assertThat(Ahead.isFor(book.chart(), Tree.REPORTING, "kim")).isTrue();
        assertThat(Ahead.isFor(book.chart(), Tree.REPORTING, "ann")).isFalse();
        assertThat(parts("kim", Window.YEAR).sums().isZero()).isTrue();
    }

    private Ahead.Parts parts(String node, int window) {
        return Ahead.parts(book, new ScopeBook.Scope(Tree.REPORTING, node, window), MAY);
    }

    private void won(long amount, int period) {
        add(new Stake("ann", null, Stake.Status.WON, amount, 0, 0, 0, null, 0, 0, period, MAY.day));
    }

    /** Chances to be won in the current, in the next period and ever. */
    private void open(int current, int next, int ever) {
        int[] chances = {0, 0, 0, 0, current, next, ever};
        add(
                new Stake(
                        "ann",
                        null,
                        Stake.Status.OPEN,
                        1_000,
                        ForecastCategory.COMMIT.ordinal(),
                        CURRENT,
                        250_000,
                        chances,
                        1_000,
                        CURRENT,
                        0,
                        Stake.NOW));
    }

    private void add(Stake stake) {
        Map<Integer, Sums> leaves = new TreeMap<>();
        StakeExpansion.addFiscal(
                stake, 1, window -> leaves.computeIfAbsent(window, w -> new Sums()));
        leaves.forEach(
                (window, sums) -> book.add(new Leaf("ann", null, window, stake.pathDay()), sums));
    }
}
