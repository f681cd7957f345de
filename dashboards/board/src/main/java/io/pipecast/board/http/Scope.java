package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.Set;

/**
 * A node and everything below it, as the place of deals.
 *
 * @param tree tree of the node
 * @param below ids of owners or territories, or null for the whole company
 * @param name display name of the node, or null for the whole company
 */
record Scope(Tree tree, Set<String> below, String name) {
    /** The scope of {@code ?tree=…&node=…}. */
    static Scope of(Context context, Seen views) {
        Tree tree = Requests.tree(context);
        if (Requests.text(context, "node", Organization.COMPANY).equals(Organization.COMPANY)) {
            return new Scope(tree, null, null);
        }
        var node = Requests.node(context, views);
        return new Scope(tree, views.forecasts().subtree(node), node.name());
    }

    /** Whether a deal of this owner and territory lies in it; both may be null. */
    boolean holds(String owner, String territory) {
        String place = tree == Tree.REPORTING ? owner : territory;
        return below == null || below.contains(place == null ? Organization.UNASSIGNED : place);
    }
}
