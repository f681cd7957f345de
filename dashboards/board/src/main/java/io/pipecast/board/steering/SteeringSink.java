package io.pipecast.board.steering;

import io.pipecast.codec.input.Input;

/** Takes what steers: calls, actions, policies, models and quotas, in the order of their topics. */
public interface SteeringSink {
    /**
     * A record.
     *
     * @param input CALL, ACTION, OVERRIDE, POLICY, MODEL or a quota of ORGANIZATION
     * @param source topic, partition and offset it was read from
     * @param recordedAt epoch milliseconds at which Kafka had it
     */
    void accept(Input input, String source, long recordedAt);

    /** Tells two, this one first. */
    default SteeringSink and(SteeringSink other) {
        return (input, source, recordedAt) -> {
            accept(input, source, recordedAt);
            other.accept(input, source, recordedAt);
        };
    }
}
