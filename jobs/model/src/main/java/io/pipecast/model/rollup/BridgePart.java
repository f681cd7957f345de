package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Quantity;

/**
 * What moved a model mean: the bars of the forecast bridge that deals and the organization bring.
 * What is expected of deals not created yet moves apart from them. Append only: the ordinal is on
 * the wire.
 */
public enum BridgePart {
    WON(Quantity.BRIDGE_WON),
    LOST(Quantity.BRIDGE_LOST),
    PUSHED(Quantity.BRIDGE_PUSHED),
    NEW(Quantity.BRIDGE_NEW),
    AMOUNT(Quantity.BRIDGE_AMOUNT),
    PROBABILITY(Quantity.BRIDGE_PROBABILITY),
    TIME(Quantity.BRIDGE_TIME),
    MODEL(Quantity.BRIDGE_MODEL),
    ORGANIZATION(Quantity.BRIDGE_ORGANIZATION);

    /** Number of parts. */
    public static final int COUNT = values().length;

    /** What it is published as. */
    public final Quantity quantity;

    BridgePart(Quantity quantity) {
        this.quantity = quantity;
    }
}
