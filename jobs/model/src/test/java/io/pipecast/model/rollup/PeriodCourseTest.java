package io.pipecast.model.rollup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.RandomTables;
import io.pipecast.model.scoring.WinModel;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One owner, ann, in the second quarter of 2026: 100 deals of 1,000 with a chance of one half. */
class PeriodCourseTest {
    private static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneOffset.UTC),
                    new BusinessDays(EnumSet.allOf(DayOfWeek.class), Set.of()),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2026, 1, 1)));
    private static final AsOf APRIL = asOf(LocalDate.of(2026, 4, 1));
    private static final AsOf MIDDLE = asOf(LocalDate.of(2026, 4, 1).plusDays(46));
    private static final AsOf JUNE = asOf(LocalDate.of(2026, 4, 1).plusDays(76));
    private static final AsOf JULY = asOf(LocalDate.of(2026, 7, 1));
    private static final ScopeBook.Scope COMPANY =
            new ScopeBook.Scope(Tree.REPORTING, Organization.COMPANY, APRIL.current.index());
    private static final Leaf ANN = new Leaf("ann", null, APRIL.current.index(), Stake.NOW);

    private static final Uncertainty UNCERTAINTY = new Uncertainty(1, 0.3, 6, 0, 1);
    private static final PeriodCurve CURVE = new PeriodCurve(new double[] {0, 0.25, 1});
    private static final WinModel UNKNOWING = model(2, PeriodCurve.NONE);

    private final ScopeBook book = new ScopeBook();
    private final PeriodCourse course = new PeriodCourse();

    PeriodCourseTest() {
        Organization organization = new Organization();
        organization.add(OrganizationFact.user("ann", "Ann", null, null, true, 0, 1));
        book.follow(new OrgChart(organization, CALENDAR.days(), APRIL.instant), 0);
        Sums open = new Sums();
        for (int deal = 0; deal < 100; deal++) {
            open.addDeal(1000, 500_000, 1);
            open.add(Measure.FROM_OPEN, 500);
        }
        book.add(ANN, open);
    }

    private static AsOf asOf(LocalDate day) {
        return new AsOf(CALENDAR, CALENDAR.days().startOf((int) day.toEpochDay()));
    }

    private Demand follow(AsOf asOf, long sequence) {
        Demand demand = course.follow(book, () -> NewBusiness.NONE, asOf, model(sequence, CURVE));
        book.follow(demand);
        return demand;
    }

    private void win(int deals) {
        Sums won = new Sums();
        won.add(Measure.CLOSED, deals * 1000L);
        book.add(ANN, won);
    }

    @Test
    void winsBeyondWhatWasExpectedByNowRaiseWhatIsExpectedOfTheRest() {
        assertThat(follow(APRIL, 1).factor()).isEqualTo(1);
        win(30);
        Demand demand = follow(MIDDLE, 1);
        // by the middle a quarter was expected of 50,000, whose variance is 25 million
        assertThat(demand.factor()).isGreaterThan(1.3);
        assertThat(demand)
                .isEqualTo(
                        Demand.of(
                                COMPANY.window(),
                                UNCERTAINTY,
                                shareByMiddle() * 50_000,
                                shareByMiddle() * 25_000_000,
                                30_000));
        assertThat(shareByMiddle() * 50_000).isCloseTo(12_500, within(500.0));
        assertThat(book.total(COMPANY).get(Measure.FROM_DEMAND))
                .isEqualTo(Math.round((demand.factor() - 1) * 50_000));
    }

    private static double shareByMiddle() {
        return CURVE.at(46 / 91.0);
    }

    @Test
    void totalsFollowTheLeavesBelowThem() {
        follow(APRIL, 1);
        win(30);
        Demand demand = follow(MIDDLE, 1);
        Sums half = new Sums();
        half.add(Measure.FROM_OPEN, -25_000);
        book.add(ANN, half);
        assertThat(book.total(COMPANY).get(Measure.FROM_DEMAND))
                .isEqualTo(Math.round((demand.factor() - 1) * 25_000));
    }

    @Test
    void anotherModelGoesOnWithWhatWasSeen() {
        follow(APRIL, 1);
        win(30);
        double factor = follow(MIDDLE, 1).factor();
        assertThat(follow(MIDDLE, 2).factor()).isEqualTo(factor);

        // three quarters of 50,000 expected of the second half alone, and nothing won
        double later = follow(JUNE, 2).factor();
        double share = (CURVE.at(76 / 91.0) - shareByMiddle()) / (1 - shareByMiddle());
        double expected = (shareByMiddle() + share) * 50_000;
        assertThat(later)
                .isEqualTo(
                        Demand.of(0, UNCERTAINTY, expected, expected * 500, 30_000).factor(),
                        within(1e-9))
                .isLessThan(factor);
    }

    @Test
    void aModelThatDoesNotKnowWhenThingsAreWonEndsIt() {
        follow(APRIL, 1);
        win(30);
        assertThat(course.follow(book, () -> NewBusiness.NONE, MIDDLE, UNKNOWING))
                .isEqualTo(Demand.NONE);
        assertThat(follow(MIDDLE, 1).factor()).isEqualTo(1);
        win(10);
        assertThat(follow(JUNE, 1).factor()).isLessThan(1);
    }

    @Test
    void anotherPeriodBeginsAnew() {
        follow(APRIL, 1);
        win(30);
        follow(MIDDLE, 1);
        assertThat(follow(JULY, 1)).isEqualTo(new Demand(COMPANY.window() + 1, 1, 1));
        assertThat(book.total(COMPANY).get(Measure.FROM_DEMAND)).isZero();
    }

    @Test
    void whatIsKeptGoesOnAsIfNothingHadHappened() {
        follow(APRIL, 1);
        win(30);
        PeriodCourse restored = new PeriodCourse();
        restored.restore(course.numbers());
        assertThat(restored.demand()).isEqualTo(course.demand());
        assertThat(restored.follow(book, () -> NewBusiness.NONE, MIDDLE, model(1, CURVE)))
                .isEqualTo(follow(MIDDLE, 1));
        restored.restore(new PeriodCourse().numbers());
        assertThat(restored.demand()).isEqualTo(course.demand());
    }

    private static WinModel model(long sequence, PeriodCurve curve) {
        HazardModel made = RandomTables.model(RandomTables.of(new Random(1)));
        return made.with(made.closing().with(UNCERTAINTY).with(curve)).published(sequence, 0);
    }
}
