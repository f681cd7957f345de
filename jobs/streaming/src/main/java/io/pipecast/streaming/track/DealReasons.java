package io.pipecast.streaming.track;

import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.WinModel;

/** Says what an open deal's chance is made of, and what moved it in the last seven days. */
final class DealReasons {
    private static final long WEEK_MILLIS = 7 * 86_400_000L;

    private final PipelineSettings settings;
    private AsOf weekBefore;

    DealReasons(PipelineSettings settings) {
        this.settings = settings;
    }

    /** The explanation of a deal as of an instant, or null. */
    Explanation of(DealView view, AsOf asOf, WinModel model) {
        return view.isOpen() ? model.explain(view, asOf) : null;
    }

    /** The same with what moved the chance since a week before. */
    Explanation withWeek(DealHistory history, DealView view, AsOf asOf, WinModel model) {
        Explanation why = of(view, asOf, model);
        if (why == null) {
            return null;
        }
        AsOf then = weekBefore(asOf);
        // what is known now of the deal as it was then: a view of its own, no clock goes back
        DealView before = history.freshViewAt(then.instant, settings.stages());
        return before.exists ? why.since(model.shift(view, asOf, before, then)) : why;
    }

    private AsOf weekBefore(AsOf asOf) {
        long at = asOf.instant - WEEK_MILLIS;
        if (weekBefore == null || weekBefore.instant != at) {
            weekBefore = new AsOf(settings.calendar(), at);
        }
        return weekBefore;
    }
}
