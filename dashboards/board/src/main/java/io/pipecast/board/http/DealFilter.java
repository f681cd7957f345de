package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import java.util.Locale;
import java.util.Set;

/**
 * Which deals are asked for.
 *
 * @param scope whose
 * @param outcome or null for any
 * @param stage or null for any
 * @param text lower-case part of id, name, account or owner, or null
 * @param alerted ids of deals with an alert, or null when that does not matter
 * @param moved what must have moved the deal's part of a landing, or null for anything
 */
record DealFilter(
        Scope scope,
        Outcome outcome,
        String stage,
        String text,
        Set<String> alerted,
        DealMove moved,
        ForecastSnapshot snapshot) {
    static DealFilter of(Context context, Seen views, Set<String> withAlert) {
        String text = Requests.text(context, "q", null);
        return new DealFilter(
                Scope.of(context, views),
                outcome(context),
                Requests.text(context, "stage", null),
                text == null ? null : text.toLowerCase(Locale.ROOT),
                Requests.flag(context, "alert") ? withAlert : null,
                DealMove.of(context),
                views.forecasts());
    }

    private static Outcome outcome(Context context) {
        String name = Requests.text(context, "outcome", "open");
        if (name.equals("any")) {
            return null;
        }
        try {
            return Outcome.valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw ApiProblem.badRequest("outcome must be open, won, lost or any, was " + name);
        }
    }

    /** Whether a deal belongs to the node and outcome asked for. */
    boolean isInScope(DealForecast deal) {
        return scope.holds(deal.owner(), deal.territory())
                && (outcome == null || deal.outcome() == outcome);
    }

    /** Whether a deal in scope passes the further filters. */
    boolean matches(DealForecast deal) {
        return (stage == null || stage.equals(deal.stage()))
                && (alerted == null || alerted.contains(deal.opportunityId()))
                && (moved == null || moved.isBehind(deal))
                && (text == null
                        || contains(deal.opportunityId())
                        || contains(deal.name())
                        || contains(deal.account())
                        || contains(snapshot.userName(deal.owner())));
    }

    private boolean contains(String value) {
        return value != null && value.toLowerCase(Locale.ROOT).contains(text);
    }
}
