package io.pipecast.codec.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Who may see what on the board.
 *
 * @param signIn whether people must sign in
 * @param users who can
 * @param session time after which they must sign in anew
 * @param repsSeeChances whether reps see what the model says of their deals
 * @param repLabels how reps are named on the boards of those who see the whole company and in
 *     metrics
 * @param pseudonymKey secret from which pseudonyms are made
 * @param openMetrics whether the metrics page is served to whoever reaches the board
 */
public record AccessSettings(
        SignIn signIn,
        List<BoardUser> users,
        Duration session,
        boolean repsSeeChances,
        RepLabels repLabels,
        String pseudonymKey,
        boolean openMetrics) {
    /** Whoever reaches the board sees everything. */
    public static final AccessSettings OPEN =
            new AccessSettings(
                    SignIn.NONE, List.of(), Duration.ofHours(12), true, RepLabels.SHOWN, "", true);

    private static final int SHORTEST_KEY = 16;

    /** Whether people must sign in. */
    public enum SignIn {
        /** With a token. */
        TOKEN,
        /** Nobody must, so the board listens on a loopback address only. */
        NONE
    }

    /** How reps are named to those who see the whole company. */
    public enum RepLabels {
        /** By their names. */
        SHOWN,
        /** Not at all: the smallest node is a team. */
        OFF,
        /** By a name that stays the same and says nothing. */
        PSEUDONYMOUS
    }

    /** Whether nobody needs to sign in. */
    public boolean isOpen() {
        return signIn == SignIn.NONE;
    }

    /** The same without sign-in. */
    public AccessSettings open() {
        return new AccessSettings(
                SignIn.NONE, users, session, repsSeeChances, repLabels, pseudonymKey, openMetrics);
    }

    /** What is wrong with it whatever is started; one line a problem. */
    List<String> problems(String host) {
        List<String> problems = new ArrayList<>();
        if (isOpen() && !isLoopback(host)) {
            problems.add(
                    "board.access.signIn must be token unless board.host is a loopback address, was"
                            + " none on "
                            + host);
        }
        if (repLabels == RepLabels.PSEUDONYMOUS && pseudonymKey.length() < SHORTEST_KEY) {
            problems.add(
                    "board.access.pseudonymKey must have at least "
                            + SHORTEST_KEY
                            + " characters where board.access.repLabels is pseudonymous, had "
                            + pseudonymKey.length());
        }
        return problems;
    }

    /**
     * Why a board cannot listen on an address under these settings; one line a problem, none where
     * it can.
     */
    public List<String> refusals(String host) {
        List<String> problems = new ArrayList<>(problems(host));
        if (!isOpen() && users.isEmpty()) {
            problems.add(
                    "board.access.users must name who may sign in, was empty; pipecast board token"
                            + " makes an entry, and board.access.signIn none lets everybody in on a"
                            + " loopback address");
        }
        return problems;
    }

    private static boolean isLoopback(String host) {
        return host.equals("localhost")
                || host.equals("::1")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }
}
