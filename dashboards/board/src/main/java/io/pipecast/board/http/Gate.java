package io.pipecast.board.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import io.pipecast.board.access.Accounts;
import io.pipecast.board.access.Guesses;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.Sessions;
import io.pipecast.board.access.Sight;
import io.pipecast.board.access.Viewer;
import io.pipecast.board.audit.BoardAudit;
import io.pipecast.codec.settings.AccessSettings;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Every request passes here before its route: who asks is found out by session cookie or bearer
 * token, whether the route is open to them by its {@link Access}, and what they see is put beside
 * the request.
 */
final class Gate {
    /** Cookie of a session. */
    static final String COOKIE = "pipecast-session";

    private static final String SEEN = "pipecast.seen";
    private static final String BEARER = "Bearer ";

    private final AccessSettings access;
    private final Sight sight;
    private final Accounts accounts;
    private final Guesses guesses;
    final BoardAudit audit;
    final Sessions sessions;

    Gate(AccessSettings access, Sight sight, BoardAudit audit, LongSupplier wallClock) {
        this.audit = audit;
        this.access = access;
        this.sight = sight;
        this.accounts = new Accounts(access.users());
        this.guesses = new Guesses(wallClock);
        this.sessions = new Sessions(access.session(), wallClock);
    }

    /** Lets a matched request pass, or throws what it is answered with. */
    void pass(Context context) {
        Origins.check(context, access.isOpen());
        if (context.method() == HandlerType.HEAD) {
            // nothing but the status is said, and no route is asked
            return;
        }
        Access needed = needed(context.routeRoles(), context);
        Viewer viewer = viewer(context);
        boolean open =
                needed == Access.ANYBODY || (needed == Access.METRICS && access.openMetrics());
        if (!open && viewer == null) {
            throw ApiProblem.unauthorized();
        }
        if (!open && !needed.admits(viewer)) {
            // like what does not exist
            throw ApiProblem.notFound("no resource " + context.path());
        }
        if (viewer != null) {
            context.attribute(SEEN, sight.of(viewer));
        }
    }

    /** Who may ask; what does not say so is answered to nobody. */
    private static Access needed(Set<RouteRole> roles, Context context) {
        if (roles.size() == 1 && roles.iterator().next() instanceof Access access) {
            return access;
        }
        throw ApiProblem.notFound("no resource " + context.path());
    }

    /** What the one who asks sees; null on a route for anybody when nobody has signed in. */
    static Seen seen(Context context) {
        return context.attribute(SEEN);
    }

    /** What the one who asks sees from now on; answers null once they are signed out. */
    Supplier<Seen> watch(Context context) {
        Viewer viewer = seen(context).viewer();
        String session = context.cookie(COOKIE);
        boolean lasting = access.isOpen() || bearer(context) != null;
        return () -> lasting || sessions.viewer(session) != null ? sight.of(viewer) : null;
    }

    /** Whose token it is; wrong ones are counted, and too many are not looked at any more. */
    Viewer viewerOf(String token, Context context) {
        if (!guesses.mayTry(context.ip())) {
            throw ApiProblem.tooMany();
        }
        Viewer viewer = accounts.of(token);
        if (viewer == null) {
            guesses.failed(context.ip());
            audit.refused(context.ip());
        }
        return viewer;
    }

    private Viewer viewer(Context context) {
        if (access.isOpen()) {
            return Viewer.ANYBODY;
        }
        String token = bearer(context);
        return token == null ? sessions.viewer(context.cookie(COOKIE)) : viewerOf(token, context);
    }

    private static String bearer(Context context) {
        String header = context.header("Authorization");
        boolean given = header != null && header.startsWith(BEARER);
        return given ? header.substring(BEARER.length()).trim() : null;
    }
}
