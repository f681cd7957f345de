package io.pipecast.codec.input;

import io.pipecast.codec.control.Call;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;
import java.util.Map;

/** Reads a submitted call from JSON. */
final class CallJson {
    private static final Map<String, Tree> TREES = DealJson.byName(Tree.values());

    private final JsonFields in;

    CallJson(JsonFields in) {
        this.in = in;
    }

    /** The call of the line; what it must have and has not is refused. */
    Call read() throws IOException, Refusal {
        String id = null;
        Tree tree = null;
        String node = null;
        String period = null;
        Long commit = null;
        Long bestCase = null;
        String note = null;
        Long submittedAt = null;
        String actor = null;
        for (String field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case "callId" -> id = in.word(field);
                case "tree" -> tree = in.symbol(field, TREES);
                case "node" -> node = in.word(field);
                case "period" -> period = in.word(field);
                case "commit" -> commit = in.amount(field);
                case "bestCase" -> bestCase = in.amount(field);
                case "note" -> note = in.text(field);
                case "submittedAt" -> submittedAt = in.instant(field);
                case "actor" -> actor = in.word(field);
                default -> in.skip();
            }
        }
        Checks.present("tree", tree);
        Checks.present("submittedAt", submittedAt);
        return new Call(
                id,
                tree,
                node,
                period,
                commit == null ? Call.NONE : commit,
                bestCase == null ? Call.NONE : bestCase,
                note,
                submittedAt,
                actor == null ? node : actor);
    }
}
