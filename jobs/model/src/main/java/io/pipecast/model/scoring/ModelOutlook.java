package io.pipecast.model.scoring;

import io.pipecast.domain.alert.Outlook;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;

/**
 * What a model expects of a deal, as alerts need it. A deal due in a period that ends within the
 * days looked ahead leaves it, in one way or another, unless it is won by then; of any other the
 * risk is that it is lost. Not thread-safe.
 */
public final class ModelOutlook implements Outlook {
    private static final double MILLION = 1_000_000;

    private final WinModel model;
    private final SalesCalendar calendar;
    private final int[] chances = new int[Horizon.COUNT];
    private AsOf last;

    public ModelOutlook(WinModel model, SalesCalendar calendar) {
        this.model = model;
        this.calendar = calendar;
    }

    private AsOf asOf(long at) {
        if (last == null || last.instant != at) {
            last = new AsOf(calendar, at);
        }
        return last;
    }

    @Override
    public double chance(DealView deal, long at) {
        if (!model.trained() || !deal.isOpen()) {
            return Double.NaN;
        }
        model.score(deal, asOf(at), chances);
        return chances[Horizon.EVER.ordinal()] / MILLION;
    }

    @Override
    public double risk(DealView deal, long at) {
        if (!model.trained() || !deal.isOpen()) {
            return Double.NaN;
        }
        AsOf asOf = asOf(at);
        int end = asOf.current.endDay();
        boolean due = deal.closeDate != DealView.UNKNOWN && deal.closeDate < end;
        boolean overdueSinceEarlier = due && deal.closeDate < asOf.current.startDay();
        if (due && (overdueSinceEarlier || end - asOf.day <= RISK_DAYS)) {
            model.score(deal, asOf, chances);
            Horizon by = overdueSinceEarlier ? Horizon.WITHIN_30_DAYS : Horizon.CURRENT_PERIOD;
            return 1 - chances[by.ordinal()] / MILLION;
        }
        return model.lostWithin(deal, asOf, RISK_DAYS);
    }
}
