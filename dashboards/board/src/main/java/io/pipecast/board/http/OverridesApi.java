package io.pipecast.board.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.SeenOverrides;
import io.pipecast.board.views.OverrideScore;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import java.util.List;
import java.util.UUID;

/**
 * Chances set by hand: {@code POST /api/deals/{id}/override}, a JSON object with chance (0 to 1 to
 * be won in the current fiscal period, null to take it back) and note; the answer comes once the
 * broker has it. {@code GET /api/overrides} says how right they were.
 */
final class OverridesApi {
    private final DayClock days;
    private final Deeds deeds;

    OverridesApi(DayClock days, Deeds deeds) {
        this.days = days;
        this.deeds = deeds;
    }

    /** Scores of all, and by who set them. Shares where nothing is judged are null. */
    record Scores(Score all, List<Score> judges) {}

    /** See {@link OverrideScore}. */
    record Score(
            String name,
            int judged,
            int won,
            Double meanChance,
            Double brier,
            int besideModel,
            Double ownBeside,
            Double modelBeside) {
        static Score of(String name, OverrideScore score) {
            return new Score(
                    name,
                    score.judged(),
                    score.won(),
                    Answers.known(score.meanChance()),
                    Answers.known(score.brier()),
                    score.besideModel(),
                    Answers.known(score.ownBeside()),
                    Answers.known(score.modelBeside()));
        }
    }

    void scores(Seen views, Context context) {
        SeenOverrides overrides = views.overrides();
        // each one's own score names reps
        List<Score> judges =
                !views.namesReps()
                        ? List.of()
                        : overrides.judges().stream()
                                .map(judge -> Score.of(judge.name(), judge.score()))
                                .toList();
        context.json(new Scores(Score.of(null, overrides.score()), judges));
    }

    void set(Seen views, Context context) {
        JsonNode body = Bodies.json(context);
        String id = context.pathParam("id");
        DealForecast deal = views.deal(id);
        PipelineForecast period = views.overrides().period();
        if (deal == null || period == null) {
            throw ApiProblem.notFound("no deal " + id);
        }
        if (!views.tellsChances()) {
            throw ApiProblem.forbidden("chances are set by those who see the model's");
        }
        DealOverride override = override(views, deal, period, body);
        deeds.send(context, control -> control.send(override), "overrideId", override.overrideId());
    }

    private DealOverride override(
            Seen views, DealForecast deal, PipelineForecast period, JsonNode body) {
        if (deal.outcome() != Outcome.OPEN) {
            throw ApiProblem.badRequest("the deal must be open, was " + deal.outcome());
        }
        long chance = chance(body);
        if (chance == DealOverride.NONE && views.overrides().standing(deal) == null) {
            throw ApiProblem.badRequest(
                    "chance must be between 0 and 1, was none, and none was set to take back");
        }
        return new DealOverride(
                UUID.randomUUID().toString(),
                deal.opportunityId(),
                period.period(),
                days.startOf(period.periodEnd()),
                chance,
                deal.probability(Horizon.CURRENT_PERIOD),
                deal.modelVersion(),
                Bodies.text(body, "note"),
                views.now(),
                views.viewer().actor());
    }

    private static long chance(JsonNode body) {
        JsonNode value = body.path("chance");
        if (value.isNull()) {
            return DealOverride.NONE;
        }
        if (!value.isNumber() || !(value.asDouble() >= 0 && value.asDouble() <= 1)) {
            throw ApiProblem.badRequest(
                    "chance must be between 0 and 1, or null to take it back, was "
                            + (value.isMissingNode() ? "missing" : value));
        }
        return Math.round(value.asDouble() * DealOverride.CERTAIN);
    }
}
