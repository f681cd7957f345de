package io.pipecast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.input.Input;
import org.junit.jupiter.api.Test;

/** Every benchmark runs once and does what it says, so that none can rot. */
class HotPathBenchmarkTest {
    @Test
    void everyBenchmarkDoesWhatItMeasures() throws Exception {
        HotPathBenchmark benchmark = new HotPathBenchmark();
        benchmark.prepare();

        assertThat(benchmark.readsALine().kind).isEqualTo(Input.Kind.DEAL);
        assertThat(benchmark.crossesTheExchange().facts()).isNotEmpty();
        assertThat(benchmark.settlesADealDay()).isPositive();
        assertThat(benchmark.landsAScope()).isPositive();
    }
}
