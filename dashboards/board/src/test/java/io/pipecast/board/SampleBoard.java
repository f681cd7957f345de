package io.pipecast.board;

import io.pipecast.board.steering.SteeringSink;
import io.pipecast.board.views.RowSink;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AlertmanagerSettings;
import io.pipecast.codec.settings.CallSettings;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.calendar.WorkingHours;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * The board over a sample company, to look at: {@code main} serves it on port 8480 with a deal
 * moving every second.
 */
public final class SampleBoard {
    /** Wednesday of week 7, in the afternoon. */
    public static final long NOW = Instant.parse("2026-11-18T20:20:00Z").toEpochMilli();

    private static final SalesCalendar CALENDAR = SampleCalendar.CALENDAR;

    final SampleCompany company = new SampleCompany(7);
    final SampleForecasts forecasts = new SampleForecasts(company, CALENDAR);
    private final SampleDeals sample = new SampleDeals(company, NOW);
    final List<DealForecast> deals = new ArrayList<>(sample.deals());
    private final Random random = new Random(1);
    private long cut = 1;

    public static BoardOptions options(int port) {
        return new BoardOptions(
                "127.0.0.1",
                port,
                settings(),
                WorkingHours.DEFAULT,
                4,
                "",
                AlertmanagerSettings.OFF,
                AccessSettings.OPEN,
                CallSettings.DEFAULT,
                "",
                Map.of("company", "Halden Instruments"));
    }

    public static PipelineSettings settings() {
        return new PipelineSettings(
                "Halden Instruments",
                "USD",
                CALENDAR,
                new StageTable(SampleDeals.stages()),
                SourceTraits.ALL,
                AlertPolicy.DEFAULT,
                3_600_000,
                400,
                false);
    }

    public void fill(RowSink sink) {
        forecasts.history(NOW).forEach(sink::history);
        forecasts.cut(cut, NOW).forEach(sink::pipeline);
        deals.forEach(sink::deal);
        sample.alerts(deals).forEach(sink::alert);
        SampleTeams.alerts(NOW).forEach(sink::alert);
        SamplePastAlerts.alerts(deals, NOW).forEach(sink::alert);
        feeds(sink, NOW);
        SampleModels.fill(sink, forecasts.cut(cut, NOW).get(0).modelVersion(), NOW);
    }

    /** Calls of everybody for the current and the ended quarters. */
    public void fill(SteeringSink sink) {
        new SampleCalls(company).calls(forecasts.history(NOW), sink);
    }

    private static void feeds(RowSink sink, long now) {
        sink.feed(new FeedStatus("crm-americas", now - 2_000, 148_211, 3, now));
        sink.feed(new FeedStatus("crm-apac", now - 95_000, 31_408, 0, now));
        sink.feed(new FeedStatus("crm-emea", now - 97_200_000L, 52_117, 12, now));
    }

    /** The first deal of a rep, as it is now. */
    public DealForecast dealOf(String owner) {
        return deals.stream().filter(deal -> owner.equals(deal.owner())).findFirst().orElseThrow();
    }

    /** Moves one deal: a push, a larger amount or a stage, and the forecasts with it. */
    public void step(RowSink sink) {
        long now = NOW + cut * 4_000;
        int i = random.nextInt(deals.size());
        DealForecast before = deals.get(i);
        long change = (random.nextInt(9) - 4) * 400_000L;
        List<Change> changes = new ArrayList<>(before.changes());
        changes.add(
                new Change(
                        now, "AMOUNT", Long.toString(Math.max(100_000, before.amount() + change))));
        DealForecast after = SampleRows.changed(before, now, changes);
        deals.set(i, after);
        sink.deal(after);
        int rep = i / 16;
        forecasts.shift[rep] += change;
        cut++;
        forecasts.cut(cut, now).forEach(sink::pipeline);
        feeds(sink, now);
    }

    @SuppressWarnings("FutureReturnValueIgnored")
    public static void main(String[] args) {
        int port = args.length > 0 ? Integer.parseInt(args[0]) : 8480;
        BoardServer server = BoardServer.open(options(port));
        SampleBoard board = new SampleBoard();
        board.fill(server.sink());
        board.fill(server.steering());
        server.caughtUp();
        System.out.println("http://127.0.0.1:" + server.port() + "/");
        if (args.length < 2) {
            Executors.newSingleThreadScheduledExecutor()
                    .scheduleAtFixedRate(() -> board.step(server.sink()), 1, 1, TimeUnit.SECONDS);
        }
    }
}
