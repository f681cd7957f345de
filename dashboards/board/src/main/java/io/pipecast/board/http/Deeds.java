package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.BoardException;
import io.pipecast.board.control.ControlSender;
import java.util.Map;
import java.util.function.Consumer;

/** Tells the control topic what people do on the board, and them how that went. */
final class Deeds {
    private final ControlSender control;

    Deeds(ControlSender control) {
        this.control = control;
    }

    /** Refuses a request where there is nobody to tell. */
    void requireKafka() {
        if (!control.isConnected()) {
            throw ApiProblem.badRequest("this board has no Kafka to tell it to");
        }
    }

    /**
     * Sends what was done, and answers with its identity once the broker has it.
     *
     * @param send what to send
     * @param name of the identity in the answer
     */
    void send(Context context, Consumer<ControlSender> send, String name, String id) {
        requireKafka();
        try {
            send.accept(control);
        } catch (BoardException e) {
            throw ApiProblem.unavailable(e.getMessage());
        }
        context.status(202).json(Map.of(name, id));
    }
}
