package io.pipecast.board.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import io.pipecast.board.BoardException;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.control.ControlSender;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.Views;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The board's HTTP side: pages, REST, live stream, metrics and readiness. */
public final class BoardHttp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BoardHttp.class);

    /** The pages load from here and nowhere else. */
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'; base-uri 'none'; form-action 'self'";

    private final Javalin app;
    private final LiveStream stream;

    private BoardHttp(Javalin app, LiveStream stream) {
        this.app = app;
        this.stream = stream;
    }

    /**
     * Listens.
     *
     * @throws BoardException when the port is taken
     */
    public static BoardHttp start(
            BoardOptions settings,
            Views views,
            LiveStream stream,
            BoardMetrics metrics,
            ControlSender control,
            BooleanSupplier ready) {
        JavalinLogger.enabled = false; // it would log a taken port with its stack trace
        Javalin app = Javalin.create(BoardHttp::configure);
        routePages(app, settings);
        routeApi(app, settings, views, ready);
        app.post("/api/alerts/{id}/actions", new ActionsApi(views, control)::act);
        app.sse("/api/stream", stream::connect);
        app.get("/metrics", metrics::scrape);
        app.get("/-/ready", context -> ready(context, ready.getAsBoolean()));
        app.get("/-/healthy", context -> context.result("healthy"));
        app.after(BoardHttp::secure);
        app.exception(ApiProblem.class, (e, context) -> problem(context, e.status, e.getMessage()));
        app.exception(Exception.class, BoardHttp::failure);
        Handler missing = new Pages(settings.pipeline().company()).page("missing", "Not found");
        app.error(404, context -> notFound(context, missing));
        try {
            app.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            app.stop();
            throw new BoardException("board.port " + settings.port() + " is taken");
        }
        stream.start(views::freshnessMillis);
        return new BoardHttp(app, stream);
    }

    private static void configure(JavalinConfig config) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.useVirtualThreads = false;
        config.jsonMapper(new JavalinJackson(new ObjectMapper(), false));
        config.http.gzipOnlyCompression();
        config.staticFiles.add(
                files -> {
                    files.hostedPath = "/assets";
                    files.directory = "/board/assets";
                    files.location = Location.CLASSPATH;
                    files.headers = Map.of("Cache-Control", "no-cache");
                });
        config.staticFiles.enableWebjars();
    }

    private static void routePages(Javalin app, BoardOptions settings) {
        Pages pages = new Pages(settings.pipeline().company());
        app.get("/", pages.page("forecast", "Forecast"));
        app.get("/deals", pages.page("deals", "Deals"));
        app.get("/deals/{id}", pages.page("deal", "Deal"));
        app.get("/alerts", pages.page("alerts", "Alerts"));
        app.get("/week", pages.page("week", "My week"));
        app.get("/model", pages.page("model", "Model"));
    }

    private static void routeApi(
            Javalin app, BoardOptions settings, Views views, BooleanSupplier ready) {
        ForecastApi forecasts = new ForecastApi(views, settings.pipeline().calendar());
        DealsApi deals = new DealsApi(views, settings.pipeline().stages());
        StatusApi status = new StatusApi(views, settings, ready);
        app.get("/api/forecast", forecasts::forecast);
        app.get("/api/nodes", forecasts::nodes);
        app.get("/api/history", forecasts::history);
        app.get("/api/bridge", new BridgeApi(views, settings.pipeline().calendar())::bridge);
        app.get("/api/deals", deals::list);
        app.get("/api/deals/{id}", deals::deal);
        app.get("/api/moves", deals::moves);
        TablesApi tables = new TablesApi(views, settings.pipeline().currency());
        app.get("/api/deals.csv", tables::deals);
        app.get("/api/forecast.csv", tables::forecast);
        app.get("/api/week", new WeekApi(views, deals, settings.pipeline().calendar())::week);
        app.get("/api/alerts", new AlertsApi(views)::alerts);
        app.get("/api/models", new ModelsApi(views)::models);
        app.get("/api/feeds", status::feeds);
        app.get("/api/definitions", status::definitions);
        app.get("/api/status", status::status);
    }

    private static void ready(Context context, boolean ready) {
        context.status(ready ? 200 : 503).result(ready ? "ready" : "reading what was published");
    }

    private static void secure(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
    }

    private static void problem(Context context, int status, String message) {
        context.status(status).json(Map.of("error", message));
    }

    private static void failure(Exception e, Context context) {
        LOG.error("{} {} failed", context.method(), context.path(), e);
        problem(context, 500, "the board failed to answer; its log says why");
    }

    /**
     * An address that leads nowhere: in words for a program under /api, as a page for a person
     * elsewhere.
     */
    private static void notFound(Context context, Handler page) throws Exception {
        String said = context.result();
        if (!context.path().startsWith("/api/")) {
            page.handle(context);
            context.status(404);
        } else if (said == null || !said.startsWith("{")) {
            problem(context, 404, "no resource " + context.path());
        }
    }

    /** The port it listens on. */
    public int port() {
        return app.port();
    }

    @Override
    public void close() {
        stream.close();
        app.stop();
    }
}
