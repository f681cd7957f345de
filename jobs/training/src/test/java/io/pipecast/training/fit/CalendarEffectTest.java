package io.pipecast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CalendarEffectTest {
    private static final int END = 1;
    private static final int EARLY = 7;

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
            effect.add(0, 0, i < 5, 0.01);
            effect.add(EARLY, 0, i < 100, 0.01);
        }
        assertThat(effect.multipliers()[0]).isCloseTo(0.05, within(0.02));
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
