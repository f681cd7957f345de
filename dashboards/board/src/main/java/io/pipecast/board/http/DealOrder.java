package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import java.util.Comparator;
import java.util.function.Function;

/** How deals are sorted: {@code ?sort=amount&desc=true}; unknown values come last either way. */
final class DealOrder {
    private DealOrder() {}

    static Comparator<DealForecast> of(Context context, ForecastSnapshot snapshot) {
        String sort = Requests.text(context, "sort", "amount");
        boolean descending = context.queryParam("sort") == null || Requests.flag(context, "desc");
        return by(sort, snapshot, descending).thenComparing(DealForecast::opportunityId);
    }

    private static Comparator<DealForecast> by(
            String sort, ForecastSnapshot snapshot, boolean descending) {
        return switch (sort) {
            case "name" -> by(DealForecast::name, descending);
            case "owner" -> by(deal -> snapshot.userName(deal.owner()), descending);
            case "stage" -> by(DealForecast::stageProbability, descending);
            case "category" -> by(DealForecast::category, descending);
            case "amount" -> by(deal -> Answers.known(deal.corporateAmount()), descending);
            case "closeDate" -> by(deal -> Answers.known(deal.closeDate()), descending);
            case "current" -> by(deal -> Answers.chance(deal, Horizon.CURRENT_PERIOD), descending);
            case "ever" -> by(deal -> Answers.chance(deal, Horizon.EVER), descending);
            case "pushes" -> by(DealForecast::pushes, descending);
            case "daysInStage" -> by(deal -> Answers.known(deal.daysInStage()), descending);
            default ->
                    throw ApiProblem.badRequest(
                            "sort must be name, owner, stage, category, amount, closeDate, current, ever,"
                                    + " pushes or daysInStage, was "
                                    + sort);
        };
    }

    private static <T extends Comparable<? super T>> Comparator<DealForecast> by(
            Function<DealForecast, T> key, boolean descending) {
        Comparator<T> order = descending ? Comparator.reverseOrder() : Comparator.naturalOrder();
        return Comparator.comparing(key, Comparator.nullsLast(order));
    }
}
