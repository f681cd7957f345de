package io.pipecast.streaming.operators;

import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Demand;
import io.pipecast.model.rollup.NewBusiness;
import io.pipecast.model.rollup.NewBusinessBridge;
import io.pipecast.model.rollup.ScopeBook;
import io.pipecast.model.scoring.WinModel;

/**
 * From midnight to midnight what is expected of deals not created yet, and what moved it. The steps
 * in between are other than the last only where there is another model or organization.
 */
final class FreshMoves {
    private final FreshDeals fresh = new FreshDeals();
    private NewBusiness published = NewBusiness.NONE;
    private WinModel model;
    private NewBusiness aged;
    private NewBusiness modelled;

    /** Expectation of an instant, as published then if it is the last midnight's. */
    NewBusiness publish(ScopeBook book, AsOf asOf, WinModel now, Demand demand) {
        published = fresh.of(book, asOf, now, demand);
        model = now;
        return published;
    }

    /** Looks at an instant before the book follows its organization. */
    void before(ScopeBook book, AsOf asOf, WinModel now) {
        aged = fresh.of(book, asOf, model == null ? now : model);
        modelled = fresh.of(book, asOf, now);
    }

    /** What the instant looked at expects, whatever its organization becomes. */
    NewBusiness modelled() {
        return modelled;
    }

    /** What moved from the last midnight to the instant, now that the book follows it. */
    NewBusinessBridge after(ScopeBook book, AsOf asOf, WinModel now, Demand demand) {
        NewBusiness former = published;
        return new NewBusinessBridge(former, aged, modelled, publish(book, asOf, now, demand));
    }
}
