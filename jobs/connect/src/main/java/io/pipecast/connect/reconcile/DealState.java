package io.pipecast.connect.reconcile;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.StageTable;
import java.util.Objects;

/**
 * What both sides say of a deal.
 *
 * @param outcome as the stage means it
 * @param stage name, or null
 * @param amount minor units of {@code currency}, or null for none
 * @param currency ISO 4217 code
 * @param closeDate epoch day, or null for none
 * @param owner user id, or null
 */
record DealState(
        Outcome outcome,
        String stage,
        Long amount,
        String currency,
        Integer closeDate,
        String owner) {
    /** A view's state; amounts without a currency are in the corporate one. */
    static DealState of(DealView view, StageTable stages, String corporate) {
        return new DealState(
                view.outcome,
                view.stage < 0 ? null : stages.get(view.stage).name(),
                view.amount == DealView.UNKNOWN ? null : view.amount,
                view.currency == null ? corporate : view.currency,
                view.closeDate == DealView.UNKNOWN ? null : (int) view.closeDate,
                view.owner);
    }

    boolean sameAmount(DealState other) {
        return Objects.equals(amount, other.amount)
                && (amount == null || currency.equals(other.currency));
    }
}
