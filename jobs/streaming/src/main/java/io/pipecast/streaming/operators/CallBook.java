package io.pipecast.streaming.operators;

import io.pipecast.codec.control.Call;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.model.rollup.ScopeRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;

/** Calls as submitted; as of an instant the newest submission of a node and period holds. */
final class CallBook {
    private static final Comparator<Call> ORDER =
            Comparator.comparingLong(Call::submittedAt).thenComparing(Call::callId);

    private static final long[] NONE = {Quantity.MISSING, Quantity.MISSING};

    private final Map<Subject, TreeSet<Call>> calls = new HashMap<>();

    /** What a call is about. */
    private record Subject(Tree tree, String node, String period) {}

    void add(Call call) {
        calls.computeIfAbsent(
                        new Subject(call.tree(), call.node(), call.period()),
                        k -> new TreeSet<>(ORDER))
                .add(call);
    }

    ScopeRows.Calls asOf(long instant) {
        if (calls.isEmpty()) {
            return (tree, node, period) -> NONE;
        }
        return (tree, node, period) -> {
            TreeSet<Call> submitted = calls.get(new Subject(tree, node, period));
            if (submitted == null) {
                return NONE;
            }
            for (Call call : submitted.descendingSet()) {
                if (call.submittedAt() <= instant) {
                    return new long[] {call.commit(), call.bestCase()};
                }
            }
            return NONE;
        };
    }
}
