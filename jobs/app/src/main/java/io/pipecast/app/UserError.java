package io.pipecast.app;

/**
 * Something the user can put right: a wrong file, setting or address. Printed as its message alone,
 * with exit code 2.
 */
public final class UserError extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UserError(String message) {
        super(message);
    }

    public UserError(String message, Throwable cause) {
        super(message, cause);
    }
}
