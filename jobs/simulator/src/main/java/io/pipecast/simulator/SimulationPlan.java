package io.pipecast.simulator;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.EnumSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is to be simulated. The same plan gives the same bytes.
 *
 * @param company display name
 * @param seed decides everything that is left to chance
 * @param reps number of reps, 1 to 10,000; managers and vice presidents follow
 * @param start day on which the log begins
 * @param days calendar days of the log; the world goes on behind them
 * @param mess whether feeds repeat, delay, skew and spoil records
 * @param story whether the demo's story happens around the end of the log
 * @param world what decides the fate of deals
 * @param changeOn first day of the other laws of {@link WorldKind#REGIME}, null for the middle of
 *     the last quarter that lies wholly in the log; of no effect in other worlds
 */
public record SimulationPlan(
        String company,
        long seed,
        int reps,
        LocalDate start,
        int days,
        boolean mess,
        boolean story,
        WorldKind world,
        LocalDate changeOn) {
    /** Zone of the company's days and quarters. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** Name of the company unless another one is given. */
    public static final String COMPANY = "Halden Instruments";

    /** Day on which the log begins unless another one is given. */
    public static final LocalDate START = LocalDate.of(2025, 4, 1);

    /** Seed of the company the demo shows unless another one is given. */
    public static final long DEMO_SEED = 28;

    private static final int DEMO_REPS = 42;
    private static final int DEMO_QUARTERS = 5;
    private static final int DEMO_WEEK = 7;
    private static final int MOST_REPS = 10_000;
    private static final int LAST_YEAR = 2085;

    /** A plan of the demo's world. */
    public SimulationPlan(
            String company,
            long seed,
            int reps,
            LocalDate start,
            int days,
            boolean mess,
            boolean story) {
        this(company, seed, reps, start, days, mess, story, WorldKind.COMPANY, null);
    }

    /**
     * Checks the plan.
     *
     * @throws IllegalArgumentException naming the part, the rule and the value
     */
    public SimulationPlan {
        require(reps >= 1 && reps <= MOST_REPS, "reps must be between 1 and 10000, was " + reps);
        require(days >= 1, "days must be at least 1, was " + days);
        boolean covered = start.getYear() >= 1992 && start.plusDays(days).getYear() <= LAST_YEAR;
        require(covered, "the log must lie between 1992 and 2085, began " + start);
        require(!company.isBlank(), "company must have a name, was blank");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    /**
     * Five quarters and the current one up to the Wednesday of its seventh week, with the story.
     */
    public static SimulationPlan demo(long seed) {
        LocalDate today = demoToday(START);
        int days = (int) (today.toEpochDay() - START.toEpochDay());
        return new SimulationPlan(COMPANY, seed, DEMO_REPS, START, days, false, true);
    }

    private static LocalDate demoToday(LocalDate start) {
        LocalDate quarter = start.plusMonths(3L * DEMO_QUARTERS);
        LocalDate monday = quarter.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return monday.plusWeeks(DEMO_WEEK - 1).with(DayOfWeek.WEDNESDAY);
    }

    /** The day after the log: the first one of the live part of a demo. */
    public LocalDate today() {
        return start.plusDays(days);
    }

    /** The same in another world, whose laws change on a day if it is {@link WorldKind#REGIME}. */
    public SimulationPlan in(WorldKind kind, LocalDate change) {
        return new SimulationPlan(company, seed, reps, start, days, mess, story, kind, change);
    }

    /** Epoch day on which the laws of {@link WorldKind#REGIME} change. */
    public int changeDay() {
        if (changeOn != null) {
            return (int) changeOn.toEpochDay();
        }
        FiscalCalendar fiscal = calendar().fiscal();
        Period last = fiscal.get(fiscal.at((int) today().toEpochDay()).index() - 1);
        return (last.startDay() + last.endDay()) / 2;
    }

    /** First instant of {@link #today}, epoch milliseconds: every record of the log is earlier. */
    public long end() {
        return today().atStartOfDay(ZONE).toInstant().toEpochMilli();
    }

    /** Quarters from January, Monday to Friday, without the holidays of {@link #holidays}. */
    public SalesCalendar calendar() {
        return new SalesCalendar(
                new DayClock(ZONE),
                new BusinessDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), holidays()),
                FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(start.getYear(), 1, 1)));
    }

    /** New Year, Independence Day, Thanksgiving, Christmas, from the year before the log on. */
    public Set<LocalDate> holidays() {
        Set<LocalDate> holidays = new TreeSet<>();
        int last = Math.min(LAST_YEAR, today().getYear() + 2);
        for (int year = start.getYear() - 1; year <= last; year++) {
            holidays.add(LocalDate.of(year, 1, 1));
            holidays.add(LocalDate.of(year, 7, 4));
            holidays.add(
                    LocalDate.of(year, 11, 1)
                            .with(TemporalAdjusters.dayOfWeekInMonth(4, DayOfWeek.THURSDAY)));
            holidays.add(LocalDate.of(year, 12, 25));
        }
        return holidays;
    }
}
