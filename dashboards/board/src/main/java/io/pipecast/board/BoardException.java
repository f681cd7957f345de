package io.pipecast.board;

/** Why the board cannot serve, in one line for a person: a taken port, an unreachable broker. */
public final class BoardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BoardException(String message) {
        super(message);
    }
}
