package io.pipecast.board.http;

import io.javalin.Javalin;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.sse.SseClient;
import io.pipecast.board.access.Seen;
import java.util.function.Consumer;

/** Routes of the board: each says who may ask for it. */
final class Routes {
    private final Javalin app;

    Routes(Javalin app) {
        this.app = app;
    }

    /** Answers from what the one who asks sees. */
    interface Answer {
        void to(Seen seen, Context context) throws Exception;
    }

    void get(String path, Access access, Answer answer) {
        add(HandlerType.GET, path, access, answer(answer));
    }

    void post(String path, Access access, Answer answer) {
        add(HandlerType.POST, path, access, answer(answer));
    }

    /** A page or file that says nothing about the company. */
    void page(String path, Handler handler) {
        add(HandlerType.GET, path, Access.ANYBODY, handler);
    }

    /** A stream of events. */
    void stream(String path, Access access, Consumer<SseClient> connect) {
        app.sse(path, connect, access);
    }

    private void add(HandlerType method, String path, Access access, Handler handler) {
        app.addHttpHandler(method, path, handler, access);
    }

    private static Handler answer(Answer answer) {
        return context -> answer.to(Gate.seen(context), context);
    }
}
