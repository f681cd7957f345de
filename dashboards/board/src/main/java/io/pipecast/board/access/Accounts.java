package io.pipecast.board.access;

import io.pipecast.codec.settings.BoardUser;
import io.pipecast.codec.settings.TokenHash;
import java.util.List;

/** Those who may sign in. */
public final class Accounts {
    private final List<BoardUser> users;

    /** As configured. */
    public Accounts(List<BoardUser> users) {
        this.users = List.copyOf(users);
    }

    /**
     * Whose token it is, or null. Every hash is compared, and each in constant time, so how long it
     * takes says nothing.
     */
    public Viewer of(String token) {
        Viewer found = null;
        for (BoardUser user : users) {
            for (TokenHash hash : user.tokens()) {
                if (hash.isOf(token)) {
                    found = Viewer.of(user);
                }
            }
        }
        return found;
    }
}
