package io.pipecast.board;

import io.pipecast.board.http.BoardHttp;
import io.pipecast.board.http.LiveStream;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.RowSink;
import io.pipecast.board.views.Views;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The serving process: reads what the forecast job publishes and shows it as pages, REST, live
 * stream and metrics.
 */
public final class BoardServer implements AutoCloseable {
    private final Views views;
    private final BoardHttp http;
    private final AtomicBoolean ready;

    private BoardServer(Views views, BoardHttp http, AtomicBoolean ready) {
        this.views = views;
        this.http = http;
        this.ready = ready;
    }

    /**
     * A board that is fed by hand through {@link #sink()}; not ready before {@link #caughtUp()}.
     *
     * @throws BoardException when the port is taken
     */
    public static BoardServer open(BoardSettings settings) {
        LiveStream stream = new LiveStream();
        Views views = new Views(settings.pipeline().calendar(), System::currentTimeMillis, stream);
        AtomicBoolean ready = new AtomicBoolean();
        BoardMetrics metrics = new BoardMetrics(views, settings.pipeline().currency(), ready::get);
        BoardHttp http = BoardHttp.start(settings, views, stream, metrics, ready::get);
        return new BoardServer(views, http, ready);
    }

    /** Where rows go in; one thread at a time. */
    public RowSink sink() {
        return views;
    }

    /** Says that everything published before the start is in. */
    public void caughtUp() {
        ready.set(true);
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        http.close();
    }
}
