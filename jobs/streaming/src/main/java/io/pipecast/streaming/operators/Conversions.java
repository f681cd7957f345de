package io.pipecast.streaming.operators;

import io.pipecast.domain.organization.Organization;
import io.pipecast.model.rollup.PipelineNeeded;
import io.pipecast.model.rollup.ScopeBook;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What share of the company's open pipeline is still won, as last published: the pipeline each node
 * needs follows from it, so where it changes, rows of all nodes do.
 */
final class Conversions {
    private final Map<ScopeBook.Scope, Long> published = new HashMap<>();

    /** Company scopes among some whose share is another one than at the last call. */
    Set<ScopeBook.Scope> changed(ScopeBook book, List<ScopeBook.Scope> scopes) {
        Set<ScopeBook.Scope> changed = new HashSet<>();
        for (ScopeBook.Scope scope : scopes) {
            if (scope.equals(companyOf(scope))) {
                Long now = PipelineNeeded.conversion(book, scope);
                if (!now.equals(published.put(scope, now))) {
                    changed.add(scope);
                }
            }
        }
        return changed;
    }

    /** The company in the tree and window of a scope. */
    static ScopeBook.Scope companyOf(ScopeBook.Scope scope) {
        return new ScopeBook.Scope(scope.tree(), Organization.COMPANY, scope.window());
    }
}
