package io.pipecast.codec.settings;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The part of the option table that says who may see and do what on the board. */
final class AccessOptions {
    static final List<Option<?>> TABLE = new ArrayList<>();

    static final Option<AccessSettings.SignIn> SIGN_IN =
            add(
                    "signIn",
                    Kind.choice(AccessSettings.SignIn.class),
                    "token",
                    "How people sign in to the board. With none, whoever reaches it sees everything,"
                            + " so it must listen on a loopback address.");
    static final Option<List<BoardUser>> USERS =
            add(
                    "users",
                    BoardUserList.KIND,
                    "[]",
                    "Who may sign in, as pipecast board token writes it: name; role leader and revops"
                            + " (see everything), manager (the own branch), rep (own deals) or metrics"
                            + " (the page /metrics alone); user, the id in the organization, for"
                            + " manager and rep; tokens, a list of hashes.");
    static final Option<Duration> SESSION =
            add(
                    "session",
                    Kind.duration(Duration.ofMinutes(1), Duration.ofDays(30)),
                    "PT12H",
                    "Time after which people must sign in anew.");
    static final Option<Boolean> REPS_SEE_CHANCES =
            add(
                    "repsSeeChances",
                    Kind.truth(),
                    "true",
                    "Whether reps see what the model says of their deals and their quarter.");
    static final Option<AccessSettings.RepLabels> REP_LABELS =
            add(
                    "repLabels",
                    labels(),
                    "shown",
                    "How reps are named in metrics and to those who see the whole company; managers"
                            + " always see their own people.");
    static final Option<String> PSEUDONYM_KEY =
            add(
                    "pseudonymKey",
                    Kind.text(),
                    "\"\"",
                    "Secret of at least 16 characters from which pseudonyms are made; another one"
                            + " makes other pseudonyms.");
    static final Option<Boolean> OPEN_METRICS =
            add(
                    "openMetrics",
                    Kind.truth(),
                    "false",
                    "Whether /metrics, which has every team's numbers, is served without sign-in to"
                            + " whoever reaches the board.");

    static final Option<String> AUDIT_LOG =
            put(
                    "board.auditLog",
                    Kind.text(),
                    "\"\"",
                    "File to which the board appends who did what and what was changed, a JSON object"
                            + " a line; empty keeps the newest in memory.");
    static final Option<DayOfWeek> CALL_DAY =
            put(
                    "board.calls.deadlineDay",
                    Kind.choice(DayOfWeek.class),
                    "friday",
                    "Day of the week on which calls are due; what comes later is the next week's.");
    static final Option<Integer> CALL_HOUR =
            put(
                    "board.calls.deadlineHour",
                    Kind.whole(0, 23),
                    "17",
                    "Hour of that day, in the fiscal zone, at which the week's calls are locked.");

    private AccessOptions() {}

    /** Reads the options; what is wrong is added to the tree's problems. */
    static AccessSettings read(ConfigTree tree, String host) {
        tree.get(USERS);
        AccessSettings access =
                new AccessSettings(
                        tree.get(SIGN_IN),
                        BoardUserList.read(tree.node(USERS), tree.problems),
                        tree.get(SESSION),
                        tree.get(REPS_SEE_CHANCES),
                        tree.get(REP_LABELS),
                        tree.get(PSEUDONYM_KEY),
                        tree.get(OPEN_METRICS));
        tree.problems.addAll(access.problems(host));
        return access;
    }

    /** YAML takes a plain off for false. */
    private static Kind<AccessSettings.RepLabels> labels() {
        Kind<AccessSettings.RepLabels> words = Kind.choice(AccessSettings.RepLabels.class);
        return new Kind<>(
                words.rule(),
                node ->
                        node.isBoolean() && !node.asBoolean()
                                ? AccessSettings.RepLabels.OFF
                                : words.parse(node));
    }

    private static <T> Option<T> add(String key, Kind<T> kind, String fallback, String sentence) {
        return put("board.access." + key, kind, fallback, sentence);
    }

    private static <T> Option<T> put(String key, Kind<T> kind, String fallback, String sentence) {
        Option<T> option = new Option<>(key, kind, fallback, sentence);
        TABLE.add(option);
        return option;
    }
}
