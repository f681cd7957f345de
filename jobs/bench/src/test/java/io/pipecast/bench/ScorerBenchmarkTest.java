package io.pipecast.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** Every benchmark runs once, and ours and Smile's say the same. */
class ScorerBenchmarkTest {
    @Test
    void everyBenchmarkDoesWhatItMeasures() {
        ScorerBenchmark benchmark = new ScorerBenchmark();
        benchmark.prepare();
        double ours = benchmark.trees();
        benchmark.rewind();
        assertThat(benchmark.treesBySmile()).isCloseTo(1 / (1 + Math.exp(-ours)), within(1e-9));
        benchmark.rewind();
        assertThat(benchmark.linear()).isFinite();
        assertThat(benchmark.linearBySmile()).isBetween(0.0, 1.0);
        assertThat(benchmark.dealByHazards()).isBetween(0, 1_000_000);
        assertThat(benchmark.dealByItsWholeState()).isBetween(0, 1_000_000);
    }
}
