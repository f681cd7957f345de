package io.pipecast.codec.control;

import io.pipecast.domain.organization.Tree;

/**
 * A person's forecast for a node and period, as submitted.
 *
 * @param callId identity of the submission
 * @param tree tree of the node
 * @param node node id
 * @param period period id
 * @param commit called commit in minor units of the corporate currency, or {@link #NONE}
 * @param bestCase called best case in minor units, or {@link #NONE}
 * @param note why, or null
 * @param submittedAt epoch milliseconds
 * @param actor who
 */
public record Call(
        String callId,
        Tree tree,
        String node,
        String period,
        long commit,
        long bestCase,
        String note,
        long submittedAt,
        String actor) {
    /** A number that was not called. */
    public static final long NONE = Long.MIN_VALUE;
}
