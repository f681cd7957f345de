package io.pipecast.board.http;

import io.javalin.http.Context;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Quantity;
import java.util.EnumSet;
import java.util.Set;

/**
 * What happened to a deal between two instants that a bar of the forecast bridge is made of. It is
 * told by the deal's latest changes, so a deal that has changed very often since may be missing.
 *
 * @param part of the bridge
 * @param from epoch milliseconds, exclusive
 * @param to epoch milliseconds, inclusive
 */
record DealMove(Quantity part, long from, long to) {
    private static final Set<Quantity> OF_DEALS =
            EnumSet.of(
                    Quantity.BRIDGE_WON,
                    Quantity.BRIDGE_LOST,
                    Quantity.BRIDGE_PUSHED,
                    Quantity.BRIDGE_NEW,
                    Quantity.BRIDGE_AMOUNT,
                    Quantity.BRIDGE_PROBABILITY,
                    Quantity.BRIDGE_ORGANIZATION);

    /** Fields whose changes make other bars. */
    private static final Set<DealField> OTHERS =
            EnumSet.of(
                    DealField.CLOSE_DATE, DealField.AMOUNT, DealField.OWNER, DealField.TERRITORY);

    /** What is asked for with moved, movedFrom and movedTo, or null. */
    static DealMove of(Context context) {
        String key = Requests.text(context, "moved", null);
        if (key == null) {
            return null;
        }
        Quantity part =
                OF_DEALS.stream()
                        .filter(quantity -> quantity.key.equals(key))
                        .findFirst()
                        .orElseThrow(() -> unknown(key));
        return new DealMove(part, instant(context, "movedFrom"), instant(context, "movedTo"));
    }

    private static RuntimeException unknown(String key) {
        String keys = String.join(", ", OF_DEALS.stream().map(part -> part.key).toList());
        return ApiProblem.badRequest("moved must be one of " + keys + ", was " + key);
    }

    private static long instant(Context context, String name) {
        String text = Requests.text(context, name, "");
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw ApiProblem.badRequest(name + " must be epoch milliseconds, was " + text);
        }
    }

    /** Whether a deal did what the bar tells of. */
    boolean isBehind(DealForecast deal) {
        return switch (part) {
            case BRIDGE_WON -> deal.outcome() == Outcome.WON && isWithin(deal.closedAt());
            case BRIDGE_LOST -> deal.outcome() == Outcome.LOST && isWithin(deal.closedAt());
            case BRIDGE_NEW -> isWithin(deal.createdAt());
            case BRIDGE_PUSHED -> changed(deal, DealField.CLOSE_DATE);
            case BRIDGE_AMOUNT -> changed(deal, DealField.AMOUNT);
            case BRIDGE_ORGANIZATION ->
                    changed(deal, DealField.OWNER) || changed(deal, DealField.TERRITORY);
            default -> deal.outcome() == Outcome.OPEN && otherwise(deal);
        };
    }

    private boolean otherwise(DealForecast deal) {
        return isWithin(deal.lastBuyerAt())
                || deal.changes().stream()
                        .anyMatch(
                                change ->
                                        isWithin(change.at())
                                                && OTHERS.stream()
                                                        .noneMatch(f -> names(f, change)));
    }

    private boolean changed(DealForecast deal, DealField field) {
        return deal.createdAt() <= from
                && deal.changes().stream()
                        .anyMatch(change -> isWithin(change.at()) && names(field, change));
    }

    private static boolean names(DealField field, DealForecast.Change change) {
        return field.name().equals(change.field());
    }

    private boolean isWithin(long instant) {
        return instant > from && instant <= to;
    }
}
