package io.pipecast.board.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URI;

/** Keeps pages of other sites from asking in the name of who has a page of the board open. */
final class Origins {
    private Origins() {}

    /**
     * Refuses what another site's page sends and, where nobody signs in, every name but that of
     * this machine: a foreign name that leads here would make a foreign page one of the board's.
     */
    static void check(Context context, boolean open) {
        String host = context.header("Host");
        if (open && !isLoopback(host)) {
            throw ApiProblem.forbidden(
                    "a board without sign-in answers to localhost and 127.0.0.1, was asked as "
                            + host);
        }
        boolean reads = context.method() == HandlerType.GET || context.method() == HandlerType.HEAD;
        if (!reads && isForeign(context.header("Origin"), host, context)) {
            throw ApiProblem.forbidden("a page of another site may not do this");
        }
    }

    private static boolean isForeign(String origin, String host, Context context) {
        String fetched = context.header("Sec-Fetch-Site");
        boolean crossed = fetched != null && !fetched.equals("same-origin");
        return crossed || (origin != null && !isOf(origin, host));
    }

    private static boolean isOf(String origin, String host) {
        try {
            return URI.create(origin).getAuthority() != null
                    && URI.create(origin).getAuthority().equals(host);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isLoopback(String host) {
        return host != null
                && host.matches("(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?");
    }
}
