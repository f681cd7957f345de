package io.pipecast.board;

import io.pipecast.board.SampleCompany.Place;
import io.pipecast.board.steering.SteeringSink;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calls of the sample company: every Monday morning, each with a habit of their own. */
final class SampleCalls {
    private static final double[] LEAN = {-0.15, 0.02, 0.12};
    private static final long HOUR = 3_600_000L;
    private static final long WHOLE = 100_000L;

    private final SampleCompany company;
    private final InputDecoder decoder = new InputDecoder(SampleBoard.settings());
    private long offset;

    SampleCalls(SampleCompany company) {
        this.company = company;
    }

    /** Who has not called this week: the first rep of every manager. */
    static boolean isLate(Place place) {
        return place.level() == 3 && place.reps().get(0) % 6 == 0;
    }

    void calls(List<PipelineForecast> history, SteeringSink sink) {
        Map<String, PipelineForecast> last = new HashMap<>();
        for (PipelineForecast row : history) {
            last.merge(row.key(), row, (a, b) -> b.asOf() > a.asOf() ? b : a);
        }
        for (Place place : company.places) {
            if (place.tree() == Tree.REPORTING) {
                last.values().stream()
                        .filter(row -> row.tree() == Tree.REPORTING)
                        .filter(row -> row.node().equals(place.id()))
                        .forEach(row -> calls(place, row, sink));
            }
        }
    }

    private void calls(Place place, PipelineForecast last, SteeringSink sink) {
        Random random = new Random(last.key().hashCode());
        LocalDate from = LocalDate.ofEpochDay(last.periodStart());
        for (int day = last.periodStart(); day < last.periodEnd(); day++) {
            long at = SampleCalendar.CALENDAR.days().startOf(day) + 9 * HOUR;
            boolean late = isLate(place) && at > SampleBoard.NOW - 7 * 24 * HOUR;
            boolean monday =
                    from.plusDays(day - last.periodStart()).getDayOfWeek() == DayOfWeek.MONDAY;
            if (monday && at < SampleBoard.NOW && !late) {
                sink.accept(
                        decoder.decode(
                                ControlAvro.encode(call(place, last, at, random)),
                                "pipecast.control-0",
                                offset,
                                at),
                        "pipecast.control-0@" + offset++,
                        at);
            }
        }
    }

    private static Call call(Place place, PipelineForecast last, long at, Random random) {
        double lean = LEAN[place.reps().get(0) % LEAN.length] + 0.05 * random.nextGaussian();
        boolean ended = last.asOf() < SampleBoard.NOW - 8 * 24 * HOUR;
        long landing = last.value(ended ? Quantity.CLOSED : Quantity.MODEL_P50);
        long commit = Math.max(0, Math.round(landing * (1 + lean) / WHOLE) * WHOLE);
        return new Call(
                place.id() + "/" + last.period() + "/" + at,
                Tree.REPORTING,
                place.id(),
                last.period(),
                commit,
                commit + commit / 8 / WHOLE * WHOLE,
                random.nextInt(4) == 0 ? "Legal has to sign the renewal first" : null,
                at,
                place.level() == 0 ? "vp-1" : place.id());
    }
}
