package io.pipecast.board;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.List;

/** Rows as the forecast job publishes them, small ones. */
public final class Rows {
    private Rows() {}

    /** The company's row of a cut; everything but {@code closed} is missing. */
    public static PipelineForecast company(
            long cut, int cutRows, Period period, long version, long closed) {
        return node(cut, cutRows, "company", period, PeriodRole.CURRENT, version, closed);
    }

    public static PipelineForecast node(
            long cut,
            int cutRows,
            String node,
            Period period,
            PeriodRole role,
            long version,
            long closed) {
        long[] values = new SampleValues().set(Quantity.CLOSED, closed).toArray();
        return row(cut, cutRows, node, period, role, version, SampleBoard.NOW, values);
    }

    /** A row with the given values. */
    public static PipelineForecast row(
            long cut,
            int cutRows,
            String node,
            Period period,
            PeriodRole role,
            long version,
            long asOf,
            long[] values) {
        boolean root = node.equals("company");
        return new PipelineForecast(
                cut,
                cutRows,
                Tree.REPORTING,
                node,
                root ? "Halden" : node,
                root ? null : "company",
                root ? 0 : 1,
                period.id(),
                role,
                period.startDay(),
                period.endDay(),
                asOf,
                false,
                version,
                "model-1",
                "USD",
                values,
                List.of());
    }

    /** The company of a source without quotas and categories, before any model. */
    public static PipelineForecast bare(Period period) {
        long[] values =
                new SampleValues()
                        .set(Quantity.CLOSED, 1_234_567)
                        .set(Quantity.STAGE_WEIGHTED, 2_000_000)
                        .set(Quantity.MODEL_P10, 1_500_000)
                        .set(Quantity.MODEL_P50, 1_900_000)
                        .set(Quantity.MODEL_P90, 2_400_000)
                        .toArray();
        List<String> absent =
                List.of("quota", "gap", "attainment", "category_commit", "cumulative_commit");
        return new PipelineForecast(
                1,
                1,
                Tree.REPORTING,
                "company",
                "Company",
                null,
                0,
                period.id(),
                PeriodRole.CURRENT,
                period.startDay(),
                period.endDay(),
                SampleBoard.NOW,
                false,
                1,
                "stage-probabilities",
                "USD",
                values,
                absent);
    }

    /** An open deal of rep-01. */
    public static DealForecast deal(String id, long version, long amount, Change... changes) {
        return deal(id, version, amount, false, Outcome.OPEN, Quantity.MISSING, changes);
    }

    /** A deal of rep-01 that was won or lost. */
    public static DealForecast ended(String id, long version, Outcome outcome, long closedAt) {
        return deal(id, version, 5_000_000, false, outcome, closedAt);
    }

    public static DealForecast removed(String id, long version) {
        return deal(id, version, 0, true, Outcome.OPEN, Quantity.MISSING);
    }

    private static DealForecast deal(
            String id,
            long version,
            long amount,
            boolean removed,
            Outcome outcome,
            long closedAt,
            Change... changes) {
        return new DealForecast(
                id,
                version,
                SampleBoard.NOW,
                false,
                "Deal " + id,
                "Account",
                "Proposal",
                outcome,
                null,
                "rep-01",
                null,
                amount,
                "USD",
                amount,
                20_000,
                ForecastCategory.COMMIT,
                DealType.values()[0],
                null,
                0,
                closedAt,
                10,
                5,
                0,
                0,
                0,
                3,
                Quantity.MISSING,
                Quantity.MISSING,
                new int[Horizon.COUNT],
                500_000,
                "model-1",
                removed,
                List.of(changes),
                null);
    }

    public static Alert alert(String id, long version, Alert.Status status) {
        return alert(id, "d1", version, status, 2, false);
    }

    /** An alert about a deal of rep-01 that has gone quiet. */
    public static Alert alert(
            String id,
            String deal,
            long version,
            Alert.Status status,
            int severity,
            boolean backlog) {
        boolean resolved = status == Alert.Status.RESOLVED;
        return new Alert(
                id,
                deal,
                AlertRule.GONE_QUIET,
                status,
                version,
                SampleBoard.NOW,
                resolved ? SampleBoard.NOW : Long.MIN_VALUE,
                resolved ? Alert.Resolution.WON : null,
                severity,
                14,
                10,
                "business days",
                "configured",
                "no buyer-facing activity for 14 business days",
                "Deal " + deal,
                "rep-01",
                "Proposal",
                5_000_000,
                "USD",
                20_000,
                backlog,
                SampleBoard.NOW,
                AlertStakes.NONE,
                handling(backlog),
                AlertSubject.DEAL);
    }

    private static AlertHandling handling(boolean backlog) {
        AlertHandling none = AlertHandling.NONE;
        return new AlertHandling(
                backlog ? AlertHandling.Delivery.DIGEST : AlertHandling.Delivery.DELIVERED,
                backlog ? "found by a new rule" : null,
                null,
                0.5,
                backlog ? none.deliveredAt() : SampleBoard.NOW,
                none.escalatedAt(),
                none.further(),
                none.acknowledgedAt(),
                null,
                none.snoozedUntil(),
                false,
                null,
                none.actionDue(),
                none.doneAt(),
                null);
    }
}
