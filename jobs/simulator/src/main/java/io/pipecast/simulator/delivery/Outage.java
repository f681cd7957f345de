package io.pipecast.simulator.delivery;

import io.pipecast.simulator.record.TimedRecord;
import java.util.function.Consumer;

/**
 * A feed that falls silent for a while and then delivers everything it held back, in order.
 *
 * @param source feed
 * @param from first silent instant, epoch milliseconds
 * @param until instant at which it catches up
 */
public record Outage(String source, long from, long until) implements Disturbance {
    @Override
    public void pass(TimedRecord sent, Consumer<TimedRecord> on) {
        boolean held = sent.at() >= from && sent.at() < until && source.equals(sent.source());
        on.accept(held ? sent.sentAt(until) : sent);
    }
}
