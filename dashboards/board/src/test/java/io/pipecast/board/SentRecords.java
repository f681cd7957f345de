package io.pipecast.board;

import io.pipecast.board.control.ControlSender;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** What a board has sent, kept in place of a broker. */
public final class SentRecords {
    private final MockProducer<byte[], byte[]> broker =
            new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());

    /** Sends to here. */
    public ControlSender sender() {
        return ControlSender.over(PipecastConfig.defaults().kafka(), broker);
    }

    /** How much was sent. */
    public int count() {
        return broker.history().size();
    }

    /** Brings a board what was sent last, as Kafka would; answers what it is. */
    public Input deliverTo(BoardServer board) {
        int last = count() - 1;
        ProducerRecord<byte[], byte[]> sent = broker.history().get(last);
        Input input =
                new InputDecoder(SampleBoard.settings())
                        .decode(sent.value(), sent.topic(), last, SampleBoard.NOW);
        board.steering().accept(input, sent.topic() + "-0@" + last, SampleBoard.NOW);
        return input;
    }
}
