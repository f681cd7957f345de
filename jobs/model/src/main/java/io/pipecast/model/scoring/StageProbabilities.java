package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.features.AsOf;

/**
 * What CRMs do, and what Pipecast falls back to before any model: the configured probability of the
 * stage, placed in the period of the entered close date. A deal whose close date has passed or is
 * missing is placed nowhere but in EVER.
 */
public final class StageProbabilities implements WinModel {
    /** Version carried by forecasts made without a model. */
    public static final String VERSION = "stage-probabilities";

    private final StageTable stages;

    public StageProbabilities(StageTable stages) {
        this.stages = stages;
    }

    @Override
    public String version() {
        return VERSION;
    }

    @Override
    public long sequence() {
        return 0;
    }

    @Override
    public long effectiveFrom() {
        return Long.MIN_VALUE;
    }

    @Override
    public boolean trained() {
        return false;
    }

    @Override
    public void score(DealView deal, AsOf asOf, int[] out) {
        int p = deal.stage < 0 ? 0 : stages.get(deal.stage).probabilityMicros();
        boolean due = deal.closeDate != DealView.UNKNOWN && deal.closeDate >= asOf.day;
        for (Horizon h :
                new Horizon[] {
                    Horizon.WITHIN_14_DAYS,
                    Horizon.WITHIN_30_DAYS,
                    Horizon.WITHIN_60_DAYS,
                    Horizon.WITHIN_90_DAYS
                }) {
            out[h.ordinal()] = due && deal.closeDate < asOf.day + h.days ? p : 0;
        }
        out[Horizon.CURRENT_PERIOD.ordinal()] =
                due && asOf.current.contains(deal.closeDate) ? p : 0;
        out[Horizon.NEXT_PERIOD.ordinal()] = due && asOf.next.contains(deal.closeDate) ? p : 0;
        out[Horizon.EVER.ordinal()] = p;
    }

    @Override
    public double stallLimit(int stage) {
        return Double.NaN;
    }

    @Override
    public double longestWonAge() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public double amountRatio() {
        return 1;
    }

    @Override
    public double[] newBusiness(String owner, AsOf asOf, int fromDay, int toDay) {
        return new double[] {0, 0};
    }
}
