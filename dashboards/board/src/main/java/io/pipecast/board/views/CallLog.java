package io.pipecast.board.views;

import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.input.Input;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Calls as submitted, in the order of their instants, whatever the order they were read in; those
 * of one instant in the order of the topic, which keeps that of a node's calls.
 */
public final class CallLog implements SteeringSink {
    private record Subject(Tree tree, String node, String period) {}

    private final Map<Subject, List<Call>> calls = new ConcurrentHashMap<>();

    @Override
    public void accept(Input input, String source, long recordedAt) {
        if (input.kind == Input.Kind.CALL) {
            Call call = input.call();
            calls.merge(
                    new Subject(call.tree(), call.node(), call.period()),
                    List.of(call),
                    (known, more) -> with(known, call));
        }
    }

    private static List<Call> with(List<Call> known, Call call) {
        if (known.stream().anyMatch(other -> other.callId().equals(call.callId()))) {
            return known;
        }
        int at = known.size();
        while (at > 0 && known.get(at - 1).submittedAt() > call.submittedAt()) {
            at--;
        }
        List<Call> more = new ArrayList<>(known);
        more.add(at, call);
        return List.copyOf(more);
    }

    /** Calls of a node for a period, the first first. */
    public List<Call> of(Tree tree, String node, String period) {
        return calls.getOrDefault(new Subject(tree, node, period), List.of());
    }

    /** The call that stands at an instant: the last one submitted by then, or null. */
    public static Call standing(List<Call> calls, long instant) {
        Call standing = null;
        for (Call call : calls) {
            standing = call.submittedAt() <= instant ? call : standing;
        }
        return standing;
    }
}
