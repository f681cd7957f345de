package io.pipecast.codec.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The list of those who may sign in: read part by part, so that every problem names its user and
 * part.
 */
final class BoardUserList {
    /** Takes anything; what it is is checked by {@link #read}, which repeats no secret. */
    static final Kind<List<BoardUser>> KIND =
            new Kind<>("must be a list of users", node -> List.of());

    private static final Kind<String> NAME = Kind.required();
    private static final Kind<BoardRole> ROLE = Kind.choice(BoardRole.class);
    private static final Kind<String> HASH =
            Kind.matching(
                    TokenHash.PATTERN, "must be a hash sha256:salt:hash of pipecast board token");
    private static final List<String> PARTS = List.of("name", "role", "user", "tokens");

    private final List<String> problems;

    private BoardUserList(List<String> problems) {
        this.problems = problems;
    }

    /** The users of a list; what is wrong is added to the problems. */
    static List<BoardUser> read(JsonNode list, List<String> problems) {
        BoardUserList reader = new BoardUserList(problems);
        List<BoardUser> users = new ArrayList<>();
        if (!list.isArray()) {
            problems.add("board.access.users " + KIND.rule() + ", was none");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            users.add(reader.user("board.access.users[" + i + "]", list.get(i)));
        }
        reader.together(users);
        return users;
    }

    private BoardUser user(String at, JsonNode node) {
        node.fieldNames()
                .forEachRemaining(
                        part -> {
                            if (!PARTS.contains(part)) {
                                problems.add(Spelling.unknown(at + "." + part, part, PARTS));
                            }
                        });
        String name = part(at, node, "name", NAME);
        BoardRole role = part(at, node, "role", ROLE);
        String user = node.has("user") ? part(at, node, "user", NAME) : null;
        if (role != null && role.placed && !node.has("user")) {
            problems.add(
                    at
                            + ".user must be given for role "
                            + role.name().toLowerCase(java.util.Locale.ROOT)
                            + ", was missing");
        }
        if (role != null && !role.placed && user != null && role == BoardRole.METRICS) {
            problems.add(at + ".user must be missing for role metrics, was " + user);
        }
        return new BoardUser(name, role, user, tokens(at + ".tokens", node.path("tokens")));
    }

    private <T> T part(String at, JsonNode node, String name, Kind<T> kind) {
        JsonNode part = node.get(name);
        T value = part == null ? null : kind.parse(part);
        if (part == null) {
            problems.add(at + "." + name + " must be given, was missing");
        } else if (value == null) {
            problems.add(ConfigTree.problem(at + "." + name, kind, part));
        }
        return value;
    }

    private List<TokenHash> tokens(String at, JsonNode list) {
        List<TokenHash> hashes = new ArrayList<>();
        if (!list.isArray() || list.isEmpty()) {
            problems.add(at + " must be a list of at least one hash, was not");
            return hashes;
        }
        for (int i = 0; i < list.size(); i++) {
            String hash = HASH.parse(list.get(i));
            if (hash == null) {
                // what stands here may be a token: it is not repeated
                problems.add(at + "[" + i + "] " + HASH.rule() + ", was something else");
            } else {
                hashes.add(TokenHash.parse(hash));
            }
        }
        return hashes;
    }

    private void together(List<BoardUser> users) {
        Set<String> names = new HashSet<>();
        Set<TokenHash> tokens = new HashSet<>();
        for (BoardUser user : users) {
            if (user.name() != null && !names.add(user.name())) {
                problems.add(
                        "board.access.users must have different names, was "
                                + user.name()
                                + " twice");
            }
            for (TokenHash token : user.tokens()) {
                if (!tokens.add(token)) {
                    problems.add(
                            "board.access.users must have different tokens, but "
                                    + user.name()
                                    + " has one of another entry");
                }
            }
        }
    }
}
