package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.BridgePoint;
import io.pipecast.board.views.ForecastBridge;
import io.pipecast.board.views.Node;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;

/** What moved the expected landing: {@code /api/bridge}. */
final class BridgeApi {
    private final SalesCalendar calendar;

    BridgeApi(SalesCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * Expected landing and median at an instant.
     *
     * @param settled true for a midnight as published then
     */
    record End(long asOf, Long mean, Long p50, boolean settled) {}

    /** What one part moved; its key is among the definitions. */
    record Part(String key, long moved) {}

    /**
     * A bridge. {@code from.mean + Σ parts + today + unexplained = to.mean}, to the cent.
     *
     * @param from null, as {@code to}, where no midnight was published yet
     * @param parts in the order in which they are drawn
     * @param today what moved since the last midnight, not split; null where {@code to} is one
     * @param unexplained computed, and 0 unless a midnight is missing
     * @param meanToMedian from the expected landing to P50, at {@code to}
     */
    record Bridge(
            String period,
            String currency,
            End from,
            End to,
            List<Part> parts,
            Long today,
            long unexplained,
            Long meanToMedian) {}

    void bridge(Seen views, Context context) {
        Node node = Requests.node(context, views);
        PipelineForecast row = Requests.period(context, node);
        long since = since(context, row);
        boolean live = context.queryParam("until") == null;
        long until = live ? row.asOf() : midnight("until", context.queryParam("until"));
        if (until < since) {
            throw ApiProblem.badRequest("until must not be before since");
        }
        ForecastBridge bridge = views.bridge(node, row.period(), since, until);
        context.json(bridge == null ? none(row) : answer(bridge, row, live));
    }

    private static Bridge none(PipelineForecast row) {
        return new Bridge(row.period(), row.currency(), null, null, List.of(), null, 0, null);
    }

    private static Bridge answer(ForecastBridge bridge, PipelineForecast row, boolean live) {
        long mean = row.value(Quantity.MODEL_MEAN);
        boolean today = live && row.asOf() > bridge.to().asOf() && mean != Quantity.MISSING;
        End last = end(bridge.to());
        End to =
                today
                        ? new End(
                                row.asOf(),
                                mean,
                                Answers.known(row.value(Quantity.MODEL_P50)),
                                row.settled())
                        : last;
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < BridgePoint.PARTS.size(); i++) {
            parts.add(new Part(BridgePoint.PARTS.get(i).key, bridge.moved().get(i)));
        }
        return new Bridge(
                row.period(),
                row.currency(),
                end(bridge.from()),
                to,
                parts,
                today ? mean - bridge.to().mean() : null,
                bridge.unexplained(),
                to.p50() == null ? null : to.p50() - to.mean());
    }

    private static End end(BridgePoint point) {
        return new End(point.asOf(), point.mean(), Answers.known(point.p50()), true);
    }

    /** First instant of the day asked for; of the week's Monday where none is named. */
    private long since(Context context, PipelineForecast row) {
        LocalDate today = LocalDate.ofEpochDay(calendar.days().dayOf(row.asOf()));
        String since = Requests.text(context, "since", "monday");
        return switch (since) {
            case "monday" ->
                    startOf(today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
            case "yesterday" -> startOf(today.minusDays(1));
            case "start" -> calendar.days().startOf(row.periodStart());
            default -> midnight("since", since);
        };
    }

    private long midnight(String name, String date) {
        try {
            return startOf(LocalDate.parse(date));
        } catch (DateTimeException e) {
            String words = name.equals("since") ? "monday, yesterday, start or " : "";
            throw ApiProblem.badRequest(
                    name + " must be " + words + "a date such as 2026-11-16, was " + date);
        }
    }

    private long startOf(LocalDate day) {
        return calendar.days().startOf((int) day.toEpochDay());
    }
}
