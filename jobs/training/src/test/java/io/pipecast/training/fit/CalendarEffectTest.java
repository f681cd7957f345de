package io.pipecast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.features.PeriodPosition;
import org.junit.jupiter.api.Test;

class CalendarEffectTest {
    private static final int END = 0;
    private static final int EARLY = PeriodPosition.WORKING - 1;
    private static final int OFF = PeriodPosition.WORKING;

    @Test
    void learnsAnEffectThatRepeats() {
        double[] multipliers = effect(6, 30, 30, 30, 30, 30, 30);
        assertThat(multipliers[END] / multipliers[EARLY]).isBetween(2.4, 3.2);
    }

    @Test
    void learnsNothingFromOneUnusualPeriodEnd() {
        double[] multipliers = effect(6, 60, 10, 10, 10, 10, 10);
        assertThat(multipliers[END] / multipliers[EARLY]).isLessThan(1.2);
    }

    @Test
    void learnsNothingFromASinglePeriod() {
        assertThat(effect(1, 60)[END]).isEqualTo(1);
    }

    @Test
    void measuresDaysOffDirectly() {
        CalendarEffect effect = new CalendarEffect(1);
        for (int i = 0; i < 10_000; i++) {
            effect.add(OFF + EARLY, 0, i < 5, 0.01);
            effect.add(EARLY, 0, i < 100, 0.01);
        }
        double[] multipliers = effect.multipliers();
        for (int position = 0; position < PeriodPosition.WORKING; position++) {
            assertThat(multipliers[OFF + position]).isCloseTo(0.05, within(0.02));
        }
    }

    @Test
    void onDaysOffTheSameHappensAsOnWorkingDaysOfTheirPosition() {
        CalendarEffect effect = new CalendarEffect(6);
        for (int period = 0; period < 6; period++) {
            for (int i = 0; i < 1000; i++) {
                effect.add(END, period, i < 30, 0.01);
                effect.add(OFF + END, period, i < 15, 0.01);
                effect.add(EARLY, period, i < 10, 0.01);
                effect.add(OFF + EARLY, period, i < 5, 0.01);
            }
        }
        double[] multipliers = effect.multipliers();
        double atTheEnd = multipliers[END] / multipliers[EARLY];
        assertThat(atTheEnd).isBetween(2.6, 3.2);
        assertThat(multipliers[OFF + END] / multipliers[OFF + EARLY])
                .isCloseTo(atTheEnd, within(1e-9));
        assertThat(multipliers[OFF + END] / multipliers[END]).isCloseTo(0.5, within(0.02));
    }

    /**
     * 1,000 deal-days of hazard 0.01 at each position and period; ends at the period end as given,
     * 10 elsewhere.
     */
    private static double[] effect(int periods, int... endsAtTheEnd) {
        CalendarEffect effect = new CalendarEffect(periods);
        for (int period = 0; period < periods; period++) {
            for (int i = 0; i < 1000; i++) {
                effect.add(END, period, i < endsAtTheEnd[period], 0.01);
                for (int others = 0; others < 20; others++) {
                    effect.add(EARLY, period, i < 10, 0.01);
                }
            }
        }
        return effect.multipliers();
    }
}
