package io.pipecast.board.http;

import io.pipecast.board.access.Seen;
import io.pipecast.board.views.ForecastSnapshot;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Horizon;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A deal in an answer. */
record DealRow(
        String id,
        String name,
        String account,
        String stage,
        String outcome,
        String owner,
        String ownerName,
        String territory,
        String territoryName,
        Long amount,
        String currency,
        Long corporateAmount,
        String closeDate,
        String category,
        String dealType,
        String nextStep,
        Long createdAt,
        Long closedAt,
        Double ageDays,
        Double daysInStage,
        int pushes,
        int backwardMoves,
        int reopenings,
        int buyerActivities,
        Long lastBuyerAt,
        Long meetingAt,
        Map<String, Double> probabilities,
        double stageProbability,
        String modelVersion,
        String closeReason,
        long asOf,
        boolean settled,
        List<String> alertRules,
        OverrideRow override) {
    static DealRow of(DealForecast deal, List<Alert> open, Seen views) {
        ForecastSnapshot snapshot = views.forecasts();
        return new DealRow(
                deal.opportunityId(),
                deal.name(),
                deal.account(),
                deal.stage(),
                deal.outcome().name(),
                deal.owner(),
                snapshot.userName(deal.owner()),
                deal.territory(),
                snapshot.territoryName(deal.territory()),
                Answers.known(deal.amount()),
                deal.currency(),
                Answers.known(deal.corporateAmount()),
                Answers.date(deal.closeDate()),
                name(deal.category()),
                name(deal.dealType()),
                deal.nextStep(),
                Answers.known(deal.createdAt()),
                Answers.known(deal.closedAt()),
                Answers.known(deal.ageDays()),
                Answers.known(deal.daysInStage()),
                deal.pushes(),
                deal.backwardMoves(),
                deal.reopenings(),
                deal.buyerActivities(),
                Answers.known(deal.lastBuyerAt()),
                Answers.known(deal.meetingAt()),
                probabilities(deal),
                Answers.share(deal.stageProbability()),
                deal.modelVersion(),
                deal.closeReason(),
                deal.asOf(),
                deal.settled(),
                open.stream().map(alert -> alert.rule().label).toList(),
                OverrideRow.of(views, deal));
    }

    private static Map<String, Double> probabilities(DealForecast deal) {
        Map<String, Double> probabilities = new LinkedHashMap<>();
        if (!deal.tellsChances()) {
            return probabilities;
        }
        for (Horizon horizon : Horizon.values()) {
            probabilities.put(horizon.key, Answers.share(deal.probability(horizon)));
        }
        return probabilities;
    }

    private static String name(Enum<?> value) {
        return value == null ? null : value.name();
    }
}
