package io.pipecast.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pipecast.board.views.Earlier;
import io.pipecast.board.views.Node;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Shapes shared by the answers: money in minor units, ratios and shares 0–1, unknown is null,
 * instants epoch milliseconds.
 */
final class Answers {
    private static final double MILLION = 1_000_000.0;

    private Answers() {}

    /** A node to link to. */
    record NodeRef(String tree, String id, String name, int level) {
        static NodeRef of(Node node) {
            return new NodeRef(
                    node.tree().name().toLowerCase(Locale.ROOT),
                    node.id(),
                    node.name(),
                    node.level());
        }
    }

    /** One period of a node. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record PeriodForecast(
            String period,
            String role,
            String start,
            String end,
            long asOf,
            boolean settled,
            String modelVersion,
            Map<String, Number> values,
            List<String> notInSource) {
        static PeriodForecast of(PipelineForecast row) {
            return new PeriodForecast(
                    row.period(),
                    row.periodKind().name(),
                    date(row.periodStart()),
                    date(row.periodEnd()),
                    row.asOf(),
                    row.settled(),
                    row.modelVersion(),
                    Answers.values(row),
                    row.notInSource());
        }
    }

    /** A period with what earlier ones say of it. */
    static PeriodForecast beside(PipelineForecast row, Earlier earlier) {
        PeriodForecast period = PeriodForecast.of(row);
        put(period, Quantity.PACING, earlier.pacing(row));
        put(period, Quantity.COVERAGE_NEEDED, earlier.coverageNeeded());
        return period;
    }

    private static void put(PeriodForecast period, Quantity quantity, long millionths) {
        period.values()
                .put(quantity.key, millionths == Quantity.MISSING ? null : share(millionths));
    }

    static Map<String, Number> values(PipelineForecast row) {
        Map<String, Number> values = new LinkedHashMap<>();
        for (Quantity quantity : Quantity.values()) {
            values.put(quantity.key, value(row, quantity));
        }
        return values;
    }

    private static Number value(PipelineForecast row, Quantity quantity) {
        Long raw = known(row.value(quantity));
        if (raw == null || quantity.unit != Quantity.Unit.RATIO) {
            return raw;
        }
        return share(raw);
    }

    /** A number, or null where it is missing. */
    static Long known(long value) {
        return value == Quantity.MISSING ? null : value;
    }

    /** A number, or null where it is NaN. */
    static Double known(double value) {
        return Double.isNaN(value) ? null : value;
    }

    /** The chance of a deal, 0–1, or null where it is not told. */
    static Double chance(DealForecast deal, Horizon horizon) {
        return deal.tellsChances() ? share(deal.probability(horizon)) : null;
    }

    /** Millionths as 0–1. */
    static double share(long millionths) {
        return millionths / MILLION;
    }

    /** ISO date of an epoch day, or null where it is missing. */
    static String date(long epochDay) {
        return epochDay == Quantity.MISSING ? null : LocalDate.ofEpochDay(epochDay).toString();
    }
}
