package io.pipecast.streaming.serialization;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.streaming.Samples;
import io.pipecast.streaming.operators.LeafDelta;
import io.pipecast.streaming.track.DealState;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** State written before forecast bridges were kept. */
class BridgeStateTest {
    @Test
    void aDealOfTheThirdVersionKnowsNotWhichModelItWasSettledBy() throws IOException {
        DealState state = Samples.state(new Random(4));
        DataOutputSerializer out = new DataOutputSerializer(64);
        DealStateSerializer.INSTANCE.serialize(state, out);
        byte[] third = earlier(out, 3, Long.BYTES);

        DealState read = DealStateSerializer.INSTANCE.deserialize(new DataInputDeserializer(third));

        assertThat(read.settledModel).isEqualTo(DealState.NEVER);
        assertThat(read.settledStake).isEqualTo(state.settledStake);
        assertThat(read.liveModel).isEqualTo(state.liveModel);
    }

    @Test
    void aLeafOfTheFirstVersionSaysNothingOfWhatMovedIt() throws IOException {
        LeafDelta sample = Samples.delta(new Random(4));
        LeafDelta delta =
                new LeafDelta(sample.leaf(), sample.asOf(), sample.settled(), sample.sums());
        DataOutputSerializer out = new DataOutputSerializer(64);
        LeafDeltaSerializer.INSTANCE.serialize(delta, out);
        byte[] first = earlier(out, 1, Integer.BYTES);

        LeafDelta read = LeafDeltaSerializer.INSTANCE.deserialize(new DataInputDeserializer(first));

        assertThat(read.bridge()).isNull();
        assertThat(read.sums().values).isEqualTo(delta.sums().values);
    }

    /** What an earlier version wrote: all but what the present one adds at the end. */
    private static byte[] earlier(DataOutputSerializer written, int version, int added) {
        byte[] bytes = written.getCopyOfBuffer();
        byte[] earlier = Arrays.copyOf(bytes, bytes.length - added);
        earlier[0] = (byte) version;
        return earlier;
    }
}
