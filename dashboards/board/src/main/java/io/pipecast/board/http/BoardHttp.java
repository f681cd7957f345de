package io.pipecast.board.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.staticfiles.Location;
import io.javalin.json.JavalinJackson;
import io.javalin.router.ParsedEndpoint;
import io.javalin.security.RouteRole;
import io.javalin.util.JavalinBindException;
import io.javalin.util.JavalinLogger;
import io.pipecast.board.BoardException;
import io.pipecast.board.BoardOptions;
import io.pipecast.board.access.Sight;
import io.pipecast.board.audit.AuditLog;
import io.pipecast.board.audit.BoardAudit;
import io.pipecast.board.control.ControlSender;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.CallWeeks;
import io.pipecast.board.views.Views;
import io.pipecast.domain.calendar.SalesCalendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
            Sight sight,
            LiveStream stream,
            BoardMetrics metrics,
            ControlSender control,
            AuditLog log,
            BooleanSupplier ready) {
        JavalinLogger.enabled = false; // it would log a taken port with its stack trace
        Javalin app = Javalin.create(BoardHttp::configure);
        BoardAudit audit = new BoardAudit(log, System::currentTimeMillis);
        audit.started(System.getProperty("user.name"), settings.listing());
        Gate gate = new Gate(settings.access(), sight, audit, System::currentTimeMillis);
        Routes routes = new Routes(app);
        Pages pages = new Pages(settings.pipeline().company());
        routePages(routes, pages);
        routeApi(routes, settings, ready);
        routeDeeds(routes, settings, gate, control);
        routes.stream(
                "/api/stream",
                Access.VIEWER,
                client -> stream.connect(client, gate.watch(client.ctx())));
        routes.get("/metrics", Access.METRICS, (seen, context) -> metrics.scrape(context));
        AuditApi entries = new AuditApi(log);
        routes.get("/api/audit", Access.OVERSEER, entries::entries);
        routes.get("/api/audit.csv", Access.OVERSEER, entries::table);
        routes.page("/-/ready", context -> ready(context, ready.getAsBoolean()));
        routes.page("/-/healthy", context -> context.result("healthy"));
        app.beforeMatched(gate::pass);
        app.after(BoardHttp::secure);
        app.exception(ApiProblem.class, (e, context) -> problem(context, e.status, e.getMessage()));
        app.exception(Exception.class, BoardHttp::failure);
        Handler missing = pages.page("missing", "Not found");
        app.error(404, context -> notFound(context, missing));
        listen(app, settings);
        stream.start(views::freshnessMillis);
        return new BoardHttp(app, stream);
    }

    private static void listen(Javalin app, BoardOptions settings) {
        try {
            app.start(settings.host(), settings.port());
        } catch (JavalinBindException e) {
            app.stop();
            throw new BoardException("board.port " + settings.port() + " is taken");
        }
    }

    private static void configure(JavalinConfig config) {
        config.showJavalinBanner = false;
        config.startupWatcherEnabled = false;
        config.useVirtualThreads = false;
        config.jsonMapper(new JavalinJackson(new ObjectMapper(), false));
        config.http.gzipOnlyCompression();
        files(config, "/assets", "/board/assets");
        files(config, "/webjars", "/META-INF/resources/webjars");
    }

    private static void files(JavalinConfig config, String path, String directory) {
        config.staticFiles.add(
                files -> {
                    files.hostedPath = path;
                    files.directory = directory;
                    files.location = Location.CLASSPATH;
                    files.headers = Map.of("Cache-Control", "no-cache");
                    files.roles = Set.of(Access.ANYBODY);
                });
    }

    private static void routePages(Routes routes, Pages pages) {
        routes.page("/", pages.page("forecast", "Forecast"));
        routes.page("/deals", pages.page("deals", "Deals"));
        routes.page("/deals/{id}", pages.page("deal", "Deal"));
        routes.page("/alerts", pages.page("alerts", "Alerts"));
        routes.page("/week", pages.page("week", "My week"));
        routes.page("/call", pages.page("call", "Call"));
        routes.page("/model", pages.page("model", "Model"));
        routes.page("/audit", pages.page("audit", "Audit log"));
        routes.page("/sign-in", pages.page("sign-in", "Sign in"));
    }

    private static void routeApi(Routes routes, BoardOptions settings, BooleanSupplier ready) {
        SalesCalendar calendar = settings.pipeline().calendar();
        ForecastApi forecasts = new ForecastApi(calendar);
        DealsApi deals = new DealsApi(settings.pipeline().stages());
        StatusApi status = new StatusApi(settings, ready);
        TablesApi tables = new TablesApi(settings.pipeline().currency());
        routes.get("/api/forecast", Access.VIEWER, forecasts::forecast);
        routes.get("/api/nodes", Access.VIEWER, forecasts::nodes);
        HistoryApi history = new HistoryApi(calendar, settings.pipeline().retentionDays());
        routes.get("/api/history", Access.VIEWER, history::history);
        routes.get("/api/bridge", Access.VIEWER, new BridgeApi(calendar)::bridge);
        routes.get("/api/deals", Access.VIEWER, deals::list);
        routes.get("/api/deals/{id}", Access.VIEWER, deals::deal);
        routes.get("/api/moves", Access.VIEWER, deals::moves);
        routes.get("/api/deals.csv", Access.VIEWER, tables::deals);
        routes.get("/api/forecast.csv", Access.VIEWER, tables::forecast);
        routes.get("/api/week", Access.VIEWER, new WeekApi(deals, calendar)::week);
        routes.get("/api/alerts", Access.VIEWER, new AlertsApi()::alerts);
        routes.get("/api/alerts.csv", Access.VIEWER, new AlertsTable()::alerts);
        routes.get("/api/alert-quality", Access.OVERSEER, new AlertQualityApi()::quality);
        routes.get("/api/models", Access.OVERSEER, new ModelsApi()::models);
        routes.get("/api/feeds", Access.VIEWER, status::feeds);
        routes.get("/api/definitions", Access.VIEWER, status::definitions);
        routes.get("/api/status", Access.VIEWER, status::status);
    }

    private static void routeDeeds(
            Routes routes, BoardOptions settings, Gate gate, ControlSender control) {
        SignInApi signIn = new SignInApi(gate, settings.access().session().toSeconds());
        routes.post("/api/sign-in", Access.ANYBODY, signIn::signIn);
        routes.post("/api/sign-out", Access.ANYBODY, signIn::signOut);
        SalesCalendar calendar = settings.pipeline().calendar();
        CallWeeks weeks = new CallWeeks(settings.calls(), calendar.days().zone());
        Deeds deeds = new Deeds(control);
        CallsApi calls = new CallsApi(weeks, calendar.days(), deeds);
        routes.get("/api/calls", Access.VIEWER, calls::calls);
        routes.get("/api/calls.csv", Access.VIEWER, calls::table);
        routes.post("/api/calls", Access.VIEWER, calls::submit);
        OverridesApi overrides = new OverridesApi(calendar.days(), deeds);
        routes.get("/api/overrides", Access.OVERSEER, overrides::scores);
        routes.post("/api/deals/{id}/override", Access.VIEWER, overrides::set);
        routes.post("/api/alerts/{id}/actions", Access.VIEWER, new ActionsApi(deeds)::act);
    }

    private static void ready(Context context, boolean ready) {
        context.status(ready ? 200 : 503).result(ready ? "ready" : "reading what was published");
    }

    private static void secure(Context context) {
        context.header("Content-Security-Policy", CONTENT_POLICY);
        context.header("X-Content-Type-Options", "nosniff");
        context.header("Referrer-Policy", "no-referrer");
        if (context.path().startsWith("/api/")) {
            // an answer is for the one who asked
            context.header("Cache-Control", "no-store");
        }
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

    /** Every route and who may ask for it. */
    List<Route> routes() {
        return app.unsafeConfig().pvt.internalRouter.allHttpHandlers().stream()
                .map(ParsedEndpoint::getEndpoint)
                .filter(endpoint -> endpoint.getMethod().isHttpMethod())
                .map(e -> new Route(e.getMethod(), e.getPath(), Set.copyOf(e.getRoles())))
                .toList();
    }

    /** A route and who may ask for it. */
    record Route(HandlerType method, String path, Set<RouteRole> access) {}

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
