package io.pipecast.board;

import io.pipecast.board.feed.TopicFeed;
import io.pipecast.board.http.BoardHttp;
import io.pipecast.board.http.LiveStream;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.RowSink;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.KafkaSettings;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The serving process: reads what the forecast job publishes and shows it as pages, REST, live
 * stream and metrics.
 */
public final class BoardServer implements AutoCloseable {
    private final Views views;
    private final BoardMetrics metrics;
    private final BoardHttp http;
    private final AtomicBoolean ready;
    private TopicFeed feed;

    private BoardServer(Views views, BoardMetrics metrics, BoardHttp http, AtomicBoolean ready) {
        this.views = views;
        this.metrics = metrics;
        this.http = http;
        this.ready = ready;
    }

    /**
     * A board that reads the forecast topics; ready once it has read what was published before.
     *
     * @throws BoardException when the port is taken or no broker answers
     */
    public static BoardServer start(BoardOptions options, KafkaSettings kafka) {
        BoardServer server = open(options);
        try {
            server.feed = TopicFeed.start(kafka, server.views, server.metrics, server::caughtUp);
            return server;
        } catch (BoardException e) {
            server.close();
            throw e;
        }
    }

    /**
     * A board that is fed by hand through {@link #sink()}; not ready before {@link #caughtUp()}.
     *
     * @throws BoardException when the port is taken
     */
    public static BoardServer open(BoardOptions options) {
        LiveStream stream = new LiveStream();
        Views views = new Views(options.pipeline(), System::currentTimeMillis, stream);
        AtomicBoolean ready = new AtomicBoolean();
        BoardMetrics metrics = new BoardMetrics(views, options.pipeline().currency(), ready::get);
        BoardHttp http = BoardHttp.start(options, views, stream, metrics, ready::get);
        return new BoardServer(views, metrics, http, ready);
    }

    /** Where rows go in; one thread at a time. */
    public RowSink sink() {
        return views;
    }

    /** Says that everything published before the start is in. */
    public void caughtUp() {
        ready.set(true);
    }

    /** Whether everything published before the start is in. */
    public boolean isReady() {
        return ready.get();
    }

    /** The port it listens on. */
    public int port() {
        return http.port();
    }

    @Override
    public void close() {
        if (feed != null) {
            feed.close();
        }
        http.close();
    }
}
