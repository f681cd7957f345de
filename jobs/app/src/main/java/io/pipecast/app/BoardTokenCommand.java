package io.pipecast.app;

import io.pipecast.codec.settings.BoardRole;
import io.pipecast.codec.settings.TokenHash;
import java.io.PrintWriter;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code pipecast board token}: a token to hand over, and the entry that lets it in. */
@Command(
        name = "token",
        description = {
            "Makes a token with which somebody signs in to the board.",
            "Prints the token, which stands nowhere else, and the entry for board.access.users,",
            "which has its hash alone."
        },
        mixinStandardHelpOptions = true)
final class BoardTokenCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = "--name",
            required = true,
            paramLabel = "NAME",
            description = "What they are called, on the board and as the actor of what they do.")
    private String name;

    @Option(
            names = "--role",
            required = true,
            paramLabel = "ROLE",
            description =
                    "leader or revops (see everything), manager (the own branch), rep (own deals), metrics (Prometheus).")
    private BoardRole role;

    @Option(
            names = "--user",
            paramLabel = "ID",
            description = "Their id in the organization: for manager and rep.")
    private String user;

    @Override
    public Integer call() {
        check();
        SecureRandom random = new SecureRandom();
        String token = TokenHash.newToken(random);
        StringBuilder entry = new StringBuilder("- {name: ").append(quoted(name));
        entry.append(", role: ").append(role.name().toLowerCase(Locale.ROOT));
        if (user != null) {
            entry.append(", user: ").append(quoted(user));
        }
        entry.append(", tokens: [\"").append(TokenHash.of(token, random)).append("\"]}");
        PrintWriter out = spec.commandLine().getOut();
        out.println("token  " + token);
        out.println("entry for board.access.users:");
        out.println("  " + entry);
        out.flush();
        return 0;
    }

    private void check() {
        if (name.isBlank()) {
            throw new UserError("--name must name somebody, was empty");
        }
        String called = role.name().toLowerCase(Locale.ROOT);
        if (role.placed && (user == null || user.isBlank())) {
            throw new UserError("--user must be given for role " + called + ", was missing");
        }
        if (role == BoardRole.METRICS && user != null) {
            throw new UserError("--user must be missing for role metrics, was " + user);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
