package io.pipecast.board.access;

import io.pipecast.codec.settings.BoardRole;
import io.pipecast.codec.settings.BoardUser;
import io.pipecast.domain.organization.Organization;

/**
 * Who looks.
 *
 * @param name as configured, or empty for whoever looks at a board without sign-in
 * @param role what they may see
 * @param user id in the organization, or null
 */
public record Viewer(String name, BoardRole role, String user) {
    /** Whoever looks at a board without sign-in; nobody who is configured has no name. */
    public static final Viewer ANYBODY = new Viewer("", BoardRole.REVOPS, null);

    static Viewer of(BoardUser user) {
        return new Viewer(user.name(), user.role(), user.user());
    }

    /** Whether it is nobody in particular. */
    public boolean isAnybody() {
        return name.isEmpty();
    }

    /** The actor of what they do. */
    public String actor() {
        return isAnybody() ? "board" : name;
    }

    /** The node they call: their own place, a leader without one the company; or null. */
    public String callsFor() {
        return user == null && role == BoardRole.LEADER ? Organization.COMPANY : user;
    }

    /** The node they begin at. */
    public String home() {
        return role.placed ? user : Organization.COMPANY;
    }
}
