package io.pipecast.codec.control;

import io.pipecast.domain.alert.AlertPolicy;

/**
 * An alert policy for the running job; the highest sequence wins.
 *
 * @param sequence grows with every change
 * @param effectiveFrom epoch milliseconds from which it holds
 * @param publishedAt epoch milliseconds
 * @param actor who changed it
 * @param policy the policy
 */
public record PolicyChanged(
        long sequence, long effectiveFrom, long publishedAt, String actor, AlertPolicy policy) {}
