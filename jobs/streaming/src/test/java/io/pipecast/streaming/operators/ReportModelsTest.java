package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.MadeModels;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportModelsTest {
    private static final long HOUR = 3_600_000;
    private static final long NOW = Company.FROM + 48 * HOUR;

    private KeyedOneInputStreamOperatorTestHarness<Integer, Steering, ModelStatus> harness;

    @BeforeEach
    void open() throws Exception {
        harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new ReportModels(Company.live())),
                        record -> 0,
                        Types.INT);
        harness.open();
    }

    @AfterEach
    void close() throws Exception {
        harness.close();
    }

    @Test
    void theHighestSequenceIsInForceWhateverTheOrder() throws Exception {
        clock(NOW);
        publish(MadeModels.published(2, "b", 2, 9, NOW));
        publish(MadeModels.published(1, "a", 1, 9, NOW));

        assertThat(states()).containsExactly("1 a SUPERSEDED", "2 b IN_FORCE");
        assertThat(last().get(2L).trainedUntil()).isEqualTo(66);
        assertThat(last().get(2L).metrics()).containsEntry("rows", 10.0);
    }

    @Test
    void aModelWaitsForItsInstant() throws Exception {
        clock(NOW);
        publish(MadeModels.published(1, "a", 1, 9, NOW));
        publish(MadeModels.published(2, "b", 2, 9, NOW + HOUR));
        assertThat(states()).containsExactly("1 a IN_FORCE", "2 b SCHEDULED");

        clock(NOW + HOUR - 1);
        assertThat(states()).containsExactly("1 a IN_FORCE", "2 b SCHEDULED");
        clock(NOW + HOUR);
        assertThat(states()).containsExactly("1 a SUPERSEDED", "2 b IN_FORCE");
        assertThat(last().get(2L).version()).isEqualTo(2);
    }

    @Test
    void whatIsPublishedBeforeTheFirstTickWaitsForIt() throws Exception {
        publish(MadeModels.published(1, "a", 1, 9, Company.FROM));
        assertThat(states()).containsExactly("1 a SCHEDULED");
        assertThat(last().get(1L).asOf()).isEqualTo(ModelStatus.UNKNOWN);
        clock(NOW);
        assertThat(states()).containsExactly("1 a IN_FORCE");
    }

    @Test
    void aDamagedModelIsRefusedWithItsReasonAndTheOldOneStays() throws Exception {
        clock(NOW);
        publish(MadeModels.published(1, "a", 1, 9, NOW));
        byte[] damaged = MadeModels.document("b", 2, 9);
        damaged[damaged.length / 2] ^= 1;
        publish(new ModelPublished(2, "b", NOW, NOW, "test", damaged));

        assertThat(states()).containsExactly("1 a IN_FORCE", "2 b REFUSED");
        assertThat(last().get(2L).reason()).startsWith("model document is not readable");
    }

    @Test
    void aShadowIsBesideTheModelInForceUntilItEnds() throws Exception {
        clock(NOW);
        publish(MadeModels.published(1, "a", 1, 9, NOW));
        publish(role(2, "b", ModelPublished.Role.SHADOW));
        assertThat(states()).containsExactly("1 a IN_FORCE", "2 b SHADOW");
        publish(role(3, "none", ModelPublished.Role.SHADOW_END));
        assertThat(states())
                .containsExactly("1 a IN_FORCE", "2 b SHADOW_ENDED", "3 none SHADOW_ENDED");
    }

    @Test
    void aRepeatedRecordIsSaidNothingOf() throws Exception {
        clock(NOW);
        publish(MadeModels.published(1, "a", 1, 9, NOW));
        int said = harness.extractOutputValues().size();
        publish(MadeModels.published(1, "other", 2, 9, NOW));
        assertThat(harness.extractOutputValues()).hasSize(said);
    }

    private static ModelPublished role(long sequence, String version, ModelPublished.Role role) {
        byte[] document =
                role == ModelPublished.Role.SHADOW
                        ? MadeModels.document(version, sequence, 9)
                        : new byte[0];
        return new ModelPublished(
                sequence, version, NOW, NOW, "test", document, role, ModelPublished.NONE);
    }

    private void publish(ModelPublished model) throws Exception {
        harness.processElement(new StreamRecord<>(Steering.of(model)));
    }

    private void clock(long at) throws Exception {
        harness.processWatermark(new Watermark(at - Company.settings().latenessMillis()));
    }

    private Map<Long, ModelStatus> last() {
        Map<Long, ModelStatus> last = new TreeMap<>();
        harness.extractOutputValues().forEach(row -> last.put(row.sequence(), row));
        return last;
    }

    private List<String> states() {
        return last().values().stream()
                .map(row -> row.sequence() + " " + row.modelVersion() + " " + row.state())
                .toList();
    }
}
