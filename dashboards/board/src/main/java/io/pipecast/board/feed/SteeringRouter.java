package io.pipecast.board.feed;

import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.settings.PipelineSettings;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Picks what steers out of the control and organization topics; what is refused there is no news.
 */
final class SteeringRouter {
    private final InputDecoder decoder;
    private final SteeringSink sink;

    SteeringRouter(PipelineSettings settings, SteeringSink sink) {
        this.decoder = new InputDecoder(settings);
        this.sink = sink;
    }

    void accept(ConsumerRecord<byte[], byte[]> record) {
        String partition = record.topic() + "-" + record.partition();
        Input input =
                decoder.decode(record.value(), partition, record.offset(), record.timestamp());
        if (steers(input)) {
            sink.accept(input, partition + "@" + record.offset(), record.timestamp());
        }
    }

    private static boolean steers(Input input) {
        return switch (input.kind) {
            case CALL, ACTION, OVERRIDE, POLICY, MODEL -> true;
            case ORGANIZATION -> input.organization().kind() == OrganizationFact.Kind.QUOTA;
            default -> false;
        };
    }
}
