package io.pipecast.connect.importing;

import java.io.IOException;

/** The input is not in the order of time. */
final class OutOfOrderException extends IOException {
    private static final long serialVersionUID = 1L;

    OutOfOrderException(String message) {
        super(message);
    }
}
