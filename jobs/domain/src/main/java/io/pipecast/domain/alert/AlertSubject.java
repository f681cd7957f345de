package io.pipecast.domain.alert;

import io.pipecast.domain.organization.Tree;
import java.util.Locale;

/**
 * What an alert is about.
 *
 * @param kind a deal, a team or a feed
 * @param tree tree of the team, else null
 * @param node node id of the team, else null
 * @param feed the feed, or the one that told of the deal first; null where unknown
 */
public record AlertSubject(Kind kind, Tree tree, String node, String feed) {
    /** A deal of which nothing more is known. */
    public static final AlertSubject DEAL = new AlertSubject(Kind.DEAL, null, null, null);

    /** What alerts can be about. */
    public enum Kind {
        DEAL,
        TEAM,
        FEED;

        /** Value on the wire. */
        public final String key = name().toLowerCase(Locale.ROOT);

        /**
         * The kind of a value on the wire.
         *
         * @throws IllegalArgumentException for any other value
         */
        public static Kind ofKey(String key) {
            for (Kind kind : values()) {
                if (kind.key.equals(key)) {
                    return kind;
                }
            }
            throw new IllegalArgumentException("subject must be deal, team or feed, was " + key);
        }
    }

    /** A deal that a feed told of. */
    public static AlertSubject deal(String feed) {
        return feed == null ? DEAL : new AlertSubject(Kind.DEAL, null, null, feed);
    }

    /** A manager's team, a territory or the company. */
    public static AlertSubject team(Tree tree, String node) {
        return new AlertSubject(Kind.TEAM, tree, node, null);
    }

    /** A feed. */
    public static AlertSubject feed(String source) {
        return new AlertSubject(Kind.FEED, null, null, source);
    }

    /** Whether it is a deal. */
    public boolean isDeal() {
        return kind == Kind.DEAL;
    }

    /** What stands for the deal in an alert of a rule about a team or feed. */
    String key(AlertRule rule) {
        String name = kind == Kind.TEAM ? tree.name().toLowerCase(Locale.ROOT) + "/" + node : feed;
        return kind.key + "/" + name + "/" + rule.key;
    }
}
