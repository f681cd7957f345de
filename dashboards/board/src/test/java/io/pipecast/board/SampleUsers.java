package io.pipecast.board;

import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AccessSettings.RepLabels;
import io.pipecast.codec.settings.AccessSettings.SignIn;
import io.pipecast.codec.settings.BoardRole;
import io.pipecast.codec.settings.BoardUser;
import io.pipecast.codec.settings.TokenHash;
import io.pipecast.domain.forecast.DealForecast;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** People of the sample company who may sign in, and their tokens. */
public enum SampleUsers {
    LEADER(BoardRole.LEADER, null),
    REVOPS(BoardRole.REVOPS, null),
    MANAGER(BoardRole.MANAGER, "mgr-1"),
    REP(BoardRole.REP, "rep-01"),
    PROMETHEUS(BoardRole.METRICS, null);

    private static final SecureRandom RANDOM = new SecureRandom();

    public final String token = TokenHash.newToken(new SecureRandom());
    public final BoardRole role;
    public final String user;

    SampleUsers(BoardRole role, String user) {
        this.role = role;
        this.user = user;
    }

    /** As which they act. */
    public String actor() {
        return "signed in as " + name();
    }

    /** All of them, on a board where reps see chances or not, and are called so. */
    public static AccessSettings access(boolean chances, RepLabels labels) {
        List<BoardUser> users =
                Arrays.stream(values())
                        .map(
                                who ->
                                        new BoardUser(
                                                who.actor(),
                                                who.role,
                                                who.user,
                                                List.of(TokenHash.of(who.token, RANDOM))))
                        .toList();
        return new AccessSettings(
                SignIn.TOKEN,
                users,
                Duration.ofHours(12),
                chances,
                labels,
                "a key for pseudonyms of tests",
                false);
    }

    /** A deal after it went to another owner. */
    public static DealForecast handedOver(DealForecast deal, String owner) {
        List<DealForecast.Change> changes = new ArrayList<>(deal.changes());
        changes.add(new DealForecast.Change(deal.createdAt(), "OWNER", deal.owner()));
        changes.add(new DealForecast.Change(SampleBoard.NOW, "OWNER", owner));
        return deal.shown(owner, changes, true);
    }
}
