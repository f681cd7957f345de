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

    private final Map<String, TreeSet<Call>> calls = new HashMap<>();

    void add(Call call) {
        calls.computeIfAbsent(
                        key(call.tree(), call.node(), call.period()), k -> new TreeSet<>(ORDER))
                .add(call);
    }

    ScopeRows.Calls asOf(long instant) {
        return (tree, node, period) -> {
            TreeSet<Call> submitted = calls.get(key(tree, node, period));
            if (submitted == null) {
                return NONE;
            }
            Call newest = null;
            for (Call call : submitted) {
                newest = call.submittedAt() <= instant ? call : newest;
            }
            return newest == null ? NONE : new long[] {newest.commit(), newest.bestCase()};
        };
    }

    private static String key(Tree tree, String node, String period) {
        return tree + "|" + node + "|" + period;
    }
}
