package io.pipecast.codec.output;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Explanation.Shift;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/** A full and a bare row of each kind. */
final class SampleRows {
    static final long NOW = Instant.parse("2026-01-15T18:00:00Z").toEpochMilli();
    static final long MISSING = Quantity.MISSING;

    private SampleRows() {}

    static DealForecast fullDeal() {
        return new DealForecast(
                "006A",
                17,
                NOW,
                true,
                "Acme \"big\" deal",
                "acme",
                "Proposal",
                Outcome.OPEN,
                null,
                "ann",
                "emea",
                1_234_500,
                "EUR",
                1_400_000,
                LocalDate.of(2026, 3, 31).toEpochDay(),
                ForecastCategory.COMMIT,
                DealType.NEW,
                "call Bob",
                NOW - 86_400_000L * 10,
                MISSING,
                10.0,
                3.123_456,
                2,
                1,
                0,
                7,
                NOW - 3_600_000,
                NOW + 3_600_000,
                new int[] {100_000, 210_000, 300_001, 400_000, 500_000, 600_000, 1_000_000},
                500_000,
                "m3",
                false,
                List.of(
                        new DealForecast.Change(NOW - 5, "STAGE", "Proposal"),
                        new DealForecast.Change(NOW, "AMOUNT", "1234500")),
                why());
    }

    static DealForecast bareDeal() {
        return new DealForecast(
                "006B",
                1,
                NOW,
                false,
                null,
                null,
                null,
                Outcome.LOST,
                null,
                null,
                null,
                MISSING,
                null,
                MISSING,
                MISSING,
                null,
                null,
                null,
                MISSING,
                MISSING,
                Double.NaN,
                Double.NaN,
                0,
                0,
                0,
                0,
                MISSING,
                MISSING,
                new int[7],
                0,
                "stage-probabilities",
                true,
                List.of(),
                null);
    }

    private static Explanation why() {
        List<Reason> reasons =
                List.of(
                        new Reason("pushes", "pushes", 2, 0.5, -412_000),
                        new Reason(
                                "buyer's replies",
                                "days since the buyer replied",
                                Double.NaN,
                                3.25,
                                250_001));
        List<Reason> moves = List.of(new Reason("amount", "no amount", 0, 1, 90_000));
        return new Explanation(700_000, reasons, -3, new Shift(480_000, moves, 0));
    }

    static PipelineForecast pipeline() {
        long[] values = new long[Quantity.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = 1_000_003L * i;
        }
        values[Quantity.QUOTA.ordinal()] = MISSING;
        values[Quantity.CLOSED.ordinal()] = 123_456_789;
        values[Quantity.MODEL_P_REACH.ordinal()] = 730_000;
        values[Quantity.GAP.ordinal()] = -5;
        return pipeline(values);
    }

    static PipelineForecast barePipeline() {
        long[] values = new long[Quantity.values().length];
        Arrays.fill(values, MISSING);
        return pipeline(values);
    }

    private static PipelineForecast pipeline(long[] values) {
        return new PipelineForecast(
                4,
                12,
                Tree.REPORTING,
                "company",
                "Halden Instruments",
                null,
                0,
                "2026-Q1",
                PipelineForecast.PeriodRole.CURRENT,
                (int) LocalDate.of(2026, 1, 1).toEpochDay(),
                (int) LocalDate.of(2026, 4, 1).toEpochDay(),
                NOW,
                true,
                99,
                "m3",
                "EUR",
                values,
                List.of("category_commit", "call_commit"));
    }

    static Alert fullAlert() {
        return new Alert(
                "006A|GONE_QUIET|1",
                "006A",
                AlertRule.GONE_QUIET,
                Alert.Status.RESOLVED,
                3,
                NOW,
                NOW + 1,
                Alert.Resolution.PROGRESS,
                2,
                11.5,
                10,
                "business days",
                "configured",
                "no word from the buyer for 11.5 business days",
                "Acme",
                "ann",
                "Proposal",
                1_400_000,
                "EUR",
                LocalDate.of(2026, 3, 31).toEpochDay(),
                true,
                NOW + 2,
                new AlertStakes("emea", "call Bob", 0.25, 0.5, 1.5, "due this period"),
                handled(),
                AlertSubject.deal("crm"));
    }

    private static AlertHandling handled() {
        return new AlertHandling(
                AlertHandling.Delivery.DELIVERED,
                "because",
                "maria",
                0.125,
                NOW,
                NOW + 1,
                List.of("in Proposal for 30 business days"),
                NOW + 2,
                "ann",
                NOW + 3,
                true,
                "bob",
                NOW + 4,
                NOW + 5,
                "note");
    }

    static Alert bareAlert() {
        return new Alert(
                "x",
                "006B",
                AlertRule.STALLED_IN_STAGE,
                Alert.Status.RAISED,
                1,
                NOW,
                MISSING,
                null,
                1,
                21,
                20,
                "business days",
                "learned",
                "longer than usual",
                null,
                null,
                null,
                MISSING,
                "EUR",
                MISSING,
                false,
                NOW,
                AlertStakes.NONE,
                AlertHandling.NONE,
                AlertSubject.team(Tree.TERRITORY, "emea"));
    }
}
