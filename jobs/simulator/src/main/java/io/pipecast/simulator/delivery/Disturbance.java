package io.pipecast.simulator.delivery;

import io.pipecast.simulator.record.TimedRecord;
import java.util.function.Consumer;

/** Something between the company's systems and whoever listens to them. */
public interface Disturbance {
    /**
     * Passes a record on: as it is, later, twice, spoiled or accompanied. Nothing may be passed on
     * earlier than it was sent.
     */
    void pass(TimedRecord sent, Consumer<TimedRecord> on);
}
