package io.pipecast.board.http;

import io.javalin.security.RouteRole;
import io.pipecast.board.access.Viewer;
import io.pipecast.codec.settings.BoardRole;

/** Who may ask for a route. Every route says so, or it answers nobody. */
enum Access implements RouteRole {
    /** Whoever reaches the board: what says nothing about the company. */
    ANYBODY,
    /** Whoever has signed in as a person; the answer is made of what they see. */
    VIEWER,
    /** Who sees the whole company. */
    OVERSEER,
    /** Prometheus, and who sees the whole company. */
    METRICS;

    /** Whether a viewer may ask. */
    boolean admits(Viewer viewer) {
        return switch (this) {
            case ANYBODY -> true;
            case VIEWER -> viewer.role() != BoardRole.METRICS;
            case OVERSEER -> viewer.role().seesAll();
            case METRICS -> viewer.role().seesAll() || viewer.role() == BoardRole.METRICS;
        };
    }
}
