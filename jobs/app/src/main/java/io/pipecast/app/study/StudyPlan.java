package io.pipecast.app.study;

import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.Period;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.WorldKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A study of one world.
 *
 * @param world what decides the fate of deals
 * @param firstSeed seed of the first company; below {@link #EVALUATION} for development
 * @param companies companies, one seed each
 * @param reps reps of a company
 * @param training quarters of the log before the first one that is judged
 * @param quarters quarters judged per company
 * @param samples lives tried per deal for its true odds, 0 for none
 */
public record StudyPlan(
        WorldKind world,
        long firstSeed,
        int companies,
        int reps,
        int training,
        int quarters,
        int samples) {
    /** First seed that nothing may be tuned on; smaller ones are for development. */
    public static final long EVALUATION = 1000;

    private static final LocalDate START = LocalDate.of(2023, 1, 1);

    /** Days of the log after the last judged quarter: until it is locked and horizons are over. */
    private static final int DAYS_AFTER = 35;

    /** What is simulated of a company. In a changing world the first judged quarter changes. */
    SimulationPlan company(int number) {
        LocalDate end = START.plusMonths(3L * (training + quarters)).plusDays(DAYS_AFTER);
        int days = (int) (end.toEpochDay() - START.toEpochDay());
        LocalDate first = START.plusMonths(3L * training);
        return new SimulationPlan(
                "Company " + number,
                firstSeed + number,
                reps,
                START,
                days,
                false,
                false,
                world,
                first.plusDays(45));
    }

    /** The judged quarters. */
    List<Period> judged(FiscalCalendar fiscal) {
        int first = fiscal.at(START.plusMonths(3L * training).toEpochDay()).index();
        List<Period> judged = new ArrayList<>();
        for (int i = 0; i < quarters; i++) {
            judged.add(fiscal.get(first + i));
        }
        return judged;
    }
}
