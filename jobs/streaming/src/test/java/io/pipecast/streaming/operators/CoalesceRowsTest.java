package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.flink.api.common.typeutils.base.StringSerializer;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

class CoalesceRowsTest {
    @Test
    void letsOnlyTheLastRowOfAKeyThroughPerInterval() throws Exception {
        try (var rows = harness()) {
            take(rows, "a1", "b1", "a2", "a3");
            rows.setProcessingTime(99);
            assertThat(rows.extractOutputValues()).isEmpty();
            rows.setProcessingTime(100);
            assertThat(rows.extractOutputValues()).containsExactlyInAnyOrder("a3", "b1");
        }
    }

    @Test
    void flushesAgainInTheNextInterval() throws Exception {
        try (var rows = harness()) {
            take(rows, "a1");
            rows.setProcessingTime(100);
            take(rows, "a2");
            rows.setProcessingTime(200);
            assertThat(rows.extractOutputValues()).containsExactly("a1", "a2");
        }
    }

    @Test
    void holdsNothingAcrossACheckpointOrTheEnd() throws Exception {
        try (var rows = harness()) {
            take(rows, "a1");
            rows.prepareSnapshotPreBarrier(1);
            assertThat(rows.extractOutputValues()).containsExactly("a1");
            take(rows, "b1");
            rows.endInput();
            assertThat(rows.extractOutputValues()).containsExactly("a1", "b1");
        }
    }

    private static void take(OneInputStreamOperatorTestHarness<String, String> rows, String... all)
            throws Exception {
        for (String row : all) {
            rows.processElement(new StreamRecord<>(row));
        }
    }

    /** Rows whose key is their first letter. */
    private static OneInputStreamOperatorTestHarness<String, String> harness() throws Exception {
        var harness =
                new OneInputStreamOperatorTestHarness<>(
                        new CoalesceRows<String>(row -> row.substring(0, 1), 100));
        harness.setup(StringSerializer.INSTANCE);
        harness.open();
        return harness;
    }
}
