package io.pipecast.streaming.track;

import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.BridgeStep;
import io.pipecast.model.rollup.BridgeSteps;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeMaker;
import io.pipecast.model.scoring.WinModel;
import java.util.List;

/**
 * Says what a deal's settled stake moved by: scores the stakes that lie between the former and the
 * present one, and only those that more than one thing made differ. Most midnights nothing happened
 * to a deal, and then there are none.
 */
final class DealBridge {
    private final PipelineSettings settings;
    private final InForce inForce;
    private final Organization organization;
    private final ExchangeRates rates;
    private final StakeMaker stakes;

    private AsOf asOf;
    private WinModel former;
    private boolean otherModel;
    private boolean otherFacts;
    private Stake aged;
    private long formerCloseDate;

    DealBridge(
            PipelineSettings settings,
            InForce inForce,
            Organization organization,
            ExchangeRates rates,
            StakeMaker stakes) {
        this.settings = settings;
        this.inForce = inForce;
        this.organization = organization;
        this.rates = rates;
        this.stakes = stakes;
    }

    /**
     * Begins with a deal, before its view is moved on to the instant it is settled at: the view of
     * the instant before is at hand then.
     */
    void begin(DealState state, AsOf at, WinModel model) {
        asOf = at;
        aged = null;
        WinModel known = inForce.modelOf(state.settledModel);
        former = known == null ? model : known;
        otherModel = former != model;
        state.settledModel = model.sequence();
        DealHistory history = state.history;
        if (state.settledStake == null || state.settledStake.status() != Stake.Status.OPEN) {
            return;
        }
        otherFacts = history.countUntil(at.instant) != state.settledFacts;
        // facts that came later than the lateness are among the former ones now, as if always known
        if (otherFacts && history.countUntil(state.settledTo) == state.settledFacts) {
            DealView before = history.viewAt(state.settledTo, settings.stages());
            formerCloseDate = before.closeDate;
            aged = chances(before);
        }
    }

    /**
     * The change of a deal begun with to its present stake.
     *
     * @param fresh facts newly counted
     */
    StakeChange change(DealState state, DealView view, Stake after, int fresh) {
        return StakeChange.settled(
                state.settledStake, after, fresh, asOf.instant, steps(state, view, after));
    }

    private List<BridgeStep> steps(DealState state, DealView view, Stake after) {
        Stake before = state.settledStake;
        boolean open = before != null && before.status() == Stake.Status.OPEN;
        BridgeSteps.Between between = BridgeSteps.Between.NOTHING;
        if (open && (otherFacts || otherModel)) {
            between = after == null || !view.isOpen() ? closing() : between(state, view);
        }
        return BridgeSteps.of(before, after, between);
    }

    private BridgeSteps.Between closing() {
        return new BridgeSteps.Between(aged, null, null);
    }

    private BridgeSteps.Between between(DealState state, DealView view) {
        boolean moved = aged != null && view.closeDate != formerCloseDate;
        Stake known = otherModel ? known(view) : null;
        if (!otherFacts) {
            return new BridgeSteps.Between(known, null, known);
        }
        return new BridgeSteps.Between(aged, moved ? dated(state) : null, known);
    }

    /** The deal had nothing but its close date been stated since. */
    private Stake dated(DealState state) {
        return chances(
                state.history.viewWith(
                        state.settledTo, asOf.instant, DealField.CLOSE_DATE, settings.stages()));
    }

    private Stake known(DealView view) {
        String territory = DealRows.territory(view, organization, asOf.instant);
        return stakes.of(view, asOf, former, rates, territory);
    }

    /** A stake of which nothing but the chances counts: a territory need not be looked up. */
    private Stake chances(DealView view) {
        return stakes.of(view, asOf, former, rates, null);
    }
}
