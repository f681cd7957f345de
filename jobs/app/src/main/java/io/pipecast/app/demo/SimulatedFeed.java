package io.pipecast.app.demo;

import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.settings.Topic;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.record.TimedRecord;
import java.nio.charset.StandardCharsets;

/**
 * A simulated company as a feed: the history up to today, then day after day for as long as it is
 * read.
 */
final class SimulatedFeed implements Feed {
    private final Simulation simulation;

    SimulatedFeed(Simulation simulation) {
        this.simulation = simulation;
    }

    @Override
    public long liveFrom() {
        return simulation.plan().end();
    }

    @Override
    public long nextAt() {
        return simulation.peek().at();
    }

    @Override
    public Message next() {
        TimedRecord record = simulation.next();
        return switch (record.kind()) {
            case OPPORTUNITY ->
                    message(Topic.OPPORTUNITIES, record, EventAvro.encode(record.change()));
            case ACTIVITY -> message(Topic.ACTIVITIES, record, EventAvro.encode(record.activity()));
            case ORGANIZATION ->
                    message(Topic.ORGANIZATION, record, EventAvro.encode(record.organization()));
            case CALL -> message(Topic.CONTROL, record, ControlAvro.encode(record.call()));
            case UNREADABLE ->
                    message(
                            Topic.OPPORTUNITIES,
                            record,
                            record.line().getBytes(StandardCharsets.UTF_8));
        };
    }

    private static Message message(Topic topic, TimedRecord record, byte[] value) {
        return new Message(topic, record.key(), record.at(), value);
    }
}
