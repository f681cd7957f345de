package io.pipecast.board;

import io.pipecast.board.access.Sight;
import io.pipecast.board.alerting.Alerting;
import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.audit.AuditLog;
import io.pipecast.board.audit.SteeringAudit;
import io.pipecast.board.control.ControlSender;
import io.pipecast.board.feed.TopicFeed;
import io.pipecast.board.http.BoardHttp;
import io.pipecast.board.http.LiveStream;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.steering.SteeringSink;
import io.pipecast.board.views.RowSink;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.KafkaSettings;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The serving process: reads what the forecast job publishes and shows it as pages, REST, live
 * stream and metrics, and delivers its alerts.
 */
public final class BoardServer implements AutoCloseable {
    private final BoardOptions options;
    private final Views views;
    private final BoardMetrics metrics;
    private final BoardHttp http;
    private final AtomicBoolean ready;
    private final Alerting alerting;
    private final ControlSender control;
    private final AuditLog log;
    private final SteeringSink steering;
    private TopicFeed feed;
    private TopicFeed steeringFeed;

    private BoardServer(
            BoardOptions options,
            Views views,
            BoardMetrics metrics,
            BoardHttp http,
            AtomicBoolean ready,
            Alerting alerting,
            ControlSender control,
            AuditLog log,
            SteeringSink steering) {
        this.log = log;
        this.steering = steering;
        this.control = control;
        this.options = options;
        this.alerting = alerting;
        this.views = views;
        this.metrics = metrics;
        this.http = http;
        this.ready = ready;
    }

    /**
     * A board that reads the forecast topics; ready once it has read what was published before.
     *
     * @throws BoardException when the port is taken, no broker answers, or it is not said who may
     *     see it
     */
    public static BoardServer start(BoardOptions options, KafkaSettings kafka) {
        BoardServer server = open(options, new ControlSender(kafka));
        try {
            server.feed = TopicFeed.start(kafka, server.views, server.metrics, server::caughtUp);
            server.steeringFeed = TopicFeed.steering(kafka, options.pipeline(), server.steering);
            return server;
        } catch (BoardException e) {
            server.close();
            throw e;
        }
    }

    /**
     * A board that is fed by hand through {@link #sink()}; not ready before {@link #caughtUp()}.
     *
     * @throws BoardException when the port is taken or it is not said who may see it
     */
    public static BoardServer open(BoardOptions options) {
        return open(options, new ControlSender(null));
    }

    /**
     * A board that is fed by hand, and sends what people do through {@code control}.
     *
     * @throws BoardException when the port is taken or it is not said who may see it
     */
    public static BoardServer open(BoardOptions options, ControlSender control) {
        List<String> refusals = options.access().refusals(options.host());
        if (!refusals.isEmpty()) {
            throw new BoardException(String.join(System.lineSeparator() + "  ", refusals));
        }
        AuditLog log = new AuditLog(options.auditLog());
        LiveStream stream = new LiveStream();
        Alerting alerting = new Alerting();
        Views views =
                new Views(
                        options.pipeline(),
                        System::currentTimeMillis,
                        stream.and(alerting.changes()));
        AtomicBoolean ready = new AtomicBoolean();
        Sight sight = new Sight(views, options.access());
        BoardMetrics metrics = new BoardMetrics(views, sight, options, ready::get, alerting.log());
        BoardHttp http =
                BoardHttp.start(options, views, sight, stream, metrics, control, log, ready::get);
        SteeringSink steering =
                new SteeringAudit(log, options.pipeline().alerts(), options.pipeline().currency())
                        .and(views.calls())
                        .and(views.overrides());
        return new BoardServer(
                options, views, metrics, http, ready, alerting, control, log, steering);
    }

    /** Where rows go in; one thread at a time. */
    public RowSink sink() {
        return views;
    }

    /** Where what steers goes in; one thread at a time. */
    public SteeringSink steering() {
        return steering;
    }

    /** Says that everything published before the start is in. */
    public void caughtUp() {
        ready.set(true);
        alerting.begin(options, port(), views);
    }

    /** Whether everything published before the start is in. */
    public boolean isReady() {
        return ready.get();
    }

    /** How the delivery of alerts goes. */
    public DeliveryLog delivery() {
        return alerting.log();
    }

    /** Whether it shows forecasts by a version of the model. */
    public boolean showsModel(String version) {
        return views.forecasts().isBy(version);
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
        if (steeringFeed != null) {
            steeringFeed.close();
        }
        alerting.close();
        http.close();
        control.close();
        log.close();
    }
}
