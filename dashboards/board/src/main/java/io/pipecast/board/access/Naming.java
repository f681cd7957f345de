package io.pipecast.board.access;

import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.board.views.Node;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.Tree;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What people are called towards a viewer, as of a cut. */
final class Naming {
    /** Somebody whose work the viewer does not see. */
    static final String STRANGER = "somebody else";

    /** A rep where reps are not named. */
    static final String A_REP = "a rep";

    private final ForecastSnapshot whole;
    private final Set<String> seen;
    private final RepLabels labels;
    private final Pseudonyms pseudonyms;
    private final Map<String, String> places;

    /**
     * Names as of a cut.
     *
     * @param seen ids of people who go by their names, or null for everybody
     * @param labels how reps are called where everybody is seen
     * @param places ids in the organization of those who sign in, by the name they act under
     */
    Naming(
            ForecastSnapshot whole,
            Set<String> seen,
            RepLabels labels,
            Pseudonyms pseudonyms,
            Map<String, String> places) {
        this.whole = whole;
        this.seen = seen;
        this.labels = labels;
        this.pseudonyms = pseudonyms;
        this.places = places;
    }

    /** Whether everybody goes by their own id. */
    boolean isPlain() {
        return seen == null && labels == RepLabels.SHOWN;
    }

    /** What a person is called instead of an id, which is the id itself where it may be seen. */
    String id(String user) {
        if (user == null || user.equals(Organization.UNASSIGNED)) {
            return user;
        }
        if (seen != null) {
            return seen.contains(user) ? user : STRANGER;
        }
        if (labels == RepLabels.SHOWN || isTeam(user)) {
            return user;
        }
        return labels == RepLabels.OFF ? A_REP : pseudonyms.of(user);
    }

    /** What somebody is called who did something, by the name they signed in under. */
    String actor(String name) {
        String place = places.get(name);
        if (place == null) {
            return id(name);
        }
        return id(place).equals(place) ? name : id(place);
    }

    /** Whether a node is a rep who is not named. */
    boolean isHidden(String user) {
        return !id(user).equals(user) && labels == RepLabels.OFF;
    }

    /** The ids behind the pseudonyms of a cut. */
    Map<String, String> behind() {
        Map<String, String> ids = new HashMap<>();
        if (seen == null && labels == RepLabels.PSEUDONYMOUS) {
            for (Node node : whole.nodes()) {
                if (node.tree() == Tree.REPORTING) {
                    ids.put(id(node.id()), node.id());
                }
            }
        }
        return ids;
    }

    private boolean isTeam(String user) {
        Node node = whole.node(Tree.REPORTING, user);
        return node != null && (node.parent() == null || !whole.children(node).isEmpty());
    }
}
