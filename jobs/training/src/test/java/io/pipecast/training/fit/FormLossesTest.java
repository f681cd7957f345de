package io.pipecast.training.fit;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.training.fit.FormLosses.Margin;
import org.junit.jupiter.api.Test;

class FormLossesTest {
    private static final Margin CLEARLY = new Margin(2, 0, Double.NEGATIVE_INFINITY);
    private static final Margin STEADILY = new Margin(2, 0.005, 0.0025);
    private static final FormLosses BEFORE = of(10, 11, 9, 10);

    /** The same from two origins. */
    private static final FormLosses TWICE =
            new FormLosses(new double[][] {{10, 11, 9, 10}, {10, 11, 9, 10}});

    @Test
    void knowsAClearGainFromChance() {
        assertThat(of(9, 10, 8, 9).areBelow(BEFORE, CLEARLY)).isTrue();
        assertThat(of(9, 12, 8, 10.9).areBelow(BEFORE, CLEARLY)).isFalse();
        assertThat(BEFORE.areBelow(BEFORE, new Margin(0, 0, Double.NEGATIVE_INFINITY))).isFalse();
    }

    @Test
    void knowsAGainThatIsCertainAndWorthNothing() {
        FormLosses hardly = of(9.99, 10.99, 8.99, 9.99);
        assertThat(hardly.areBelow(BEFORE, CLEARLY)).isTrue();
        assertThat(hardly.areBelow(BEFORE, new Margin(2, 0.002, 0))).isFalse();
        assertThat(hardly.areBelow(BEFORE, new Margin(2, 0.0009, 0))).isTrue();
    }

    @Test
    void knowsAGainOfOneSeasonAlone() {
        FormLosses lately = new FormLosses(new double[][] {{10, 11, 9, 10}, {9, 10, 8, 9}});
        FormLosses always = new FormLosses(new double[][] {{9.9, 10.9, 8.9, 9.9}, {9, 10, 8, 9}});
        assertThat(lately.areBelow(TWICE, CLEARLY)).isTrue();
        assertThat(lately.areBelow(TWICE, STEADILY)).isFalse();
        assertThat(always.areBelow(TWICE, STEADILY)).isTrue();
    }

    @Test
    void anOriginWhoseLotsDisagreeSaysNothingAgainstAForm() {
        FormLosses after = new FormLosses(new double[][] {{9, 12, 8, 11}, {8, 9, 7, 8}});
        assertThat(after.areBelow(TWICE, STEADILY)).isTrue();
        assertThat(after.areBelow(TWICE, new Margin(1, 0.005, 0.2))).isFalse();
    }

    @Test
    void anOriginThatTellsNothingSaysNothingAgainstAForm() {
        FormLosses before = new FormLosses(new double[][] {{0, 0, 0, 0}, {10, 11, 9, 10}});
        FormLosses after = new FormLosses(new double[][] {{0, 0, 0, 0}, {9, 10, 8, 9}});
        assertThat(after.areBelow(before, STEADILY)).isTrue();
        assertThat(after.sum()).isEqualTo(36);
    }

    private static FormLosses of(double... lots) {
        return new FormLosses(new double[][] {lots});
    }
}
