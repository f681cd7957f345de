package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.settings.BoardRole;
import io.pipecast.codec.settings.BoardUser;
import io.pipecast.codec.settings.PipecastConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardTokenCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int token(String... args) {
        String[] all = new String[args.length + 2];
        all[0] = "board";
        all[1] = "token";
        System.arraycopy(args, 0, all, 2, args.length);
        return Pipecast.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(all);
    }

    @Test
    void theEntryItPrintsLetsTheTokenInAndDoesNotTellIt() {
        assertThat(token("--name", "Ben \"B\" Ito", "--role", "rep", "--user", "rep: 1")).isZero();
        List<String> lines = out.toString().lines().toList();
        String token = lines.get(0).replaceFirst("token +", "");
        String entry = lines.get(2);

        BoardUser user =
                PipecastConfig.parse("board:\n  access:\n    users:\n    " + entry)
                        .board()
                        .access()
                        .users()
                        .get(0);
        assertThat(user.name()).isEqualTo("Ben \"B\" Ito");
        assertThat(user.role()).isEqualTo(BoardRole.REP);
        assertThat(user.user()).isEqualTo("rep: 1");
        assertThat(user.tokens().get(0).isOf(token)).isTrue();
        assertThat(entry).doesNotContain(token);
    }

    @Test
    void aRoleWithAPlaceInTheOrganizationNeedsOne() {
        assertThat(token("--name", "Dana", "--role", "manager")).isEqualTo(Pipecast.USER_ERROR);
        assertThat(err.toString()).contains("--user must be given for role manager, was missing");
    }

    @Test
    void aBoardOfDefaultsSaysThatNobodyMaySignIn() {
        int code = Pipecast.commandLine().setErr(new PrintWriter(err)).execute("board");

        assertThat(code).isEqualTo(Pipecast.USER_ERROR);
        assertThat(err.toString()).contains("board.access.users must name who may sign in");
    }
}
