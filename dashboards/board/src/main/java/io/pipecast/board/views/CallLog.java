package io.pipecast.board.views;

import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.input.Input;
import io.pipecast.domain.organization.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;

/** Calls as submitted, in the order of their instants, whatever the order they were read in. */
public final class CallLog implements SteeringSink {
    private static final Comparator<Call> ORDER =
            Comparator.comparingLong(Call::submittedAt).thenComparing(Call::callId);

    private record Subject(Tree tree, String node, String period) {}

    private final Map<Subject, NavigableSet<Call>> calls = new ConcurrentHashMap<>();

    @Override
    public void accept(Input input, String source, long recordedAt) {
        if (input.kind == Input.Kind.CALL) {
            Call call = input.call();
            calls.computeIfAbsent(
                            new Subject(call.tree(), call.node(), call.period()),
                            k -> new ConcurrentSkipListSet<>(ORDER))
                    .add(call);
        }
    }

    /** Calls of a node for a period, the first first. */
    public List<Call> of(Tree tree, String node, String period) {
        NavigableSet<Call> found = calls.get(new Subject(tree, node, period));
        return found == null ? List.of() : List.copyOf(found);
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
