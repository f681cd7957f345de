package io.pipecast.training.fit;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.scoring.HazardModel;
import java.util.List;

/** What a model expects at the start of a period to be won by each share of its days. */
@SuppressWarnings("EnumOrdinal") // categories are kept as ordinals
final class WonBy {
    /** Parts of a period; a week of a quarter. */
    private static final int PARTS = 13;

    private final double[] days = new double[PARTS + 1];
    private final double[] amounts = new double[PARTS + 1];
    private final AsOf start;
    private final HazardModel model;

    /** Of the deals to come; open ones are added. */
    WonBy(Period period, AsOf start, HazardModel model) {
        this.start = start;
        this.model = model;
        for (int part = 0; part <= PARTS; part++) {
            days[part] = part * (period.endDay() - period.startDay()) / (double) PARTS;
        }
        for (String owner : model.closing().newBusiness().shares().keySet()) {
            for (int part = 1; part <= PARTS; part++) {
                amounts[part] += fresh(owner, period.startDay(), days[part]);
            }
        }
    }

    /** Expected by a time within a day, in proportion. */
    private double fresh(String owner, int from, double after) {
        int whole = (int) after;
        double before = model.newBusiness(owner, start, from, from + whole)[0];
        double rest = after - whole;
        return rest == 0
                ? before
                : before
                        + rest
                                * (model.newBusiness(owner, start, from, from + whole + 1)[0]
                                        - before);
    }

    /** Adds a deal that is open at the start. */
    void add(DealView deal, Stake stake) {
        if (stake.category() != ForecastCategory.OMITTED.ordinal()) {
            double[] won = model.wonWithin(deal, start, days);
            for (int part = 1; part <= PARTS; part++) {
                amounts[part] += won[part] * stake.expected();
            }
        }
    }

    /** The curve of some periods together, each weighing by what was expected of it. */
    static PeriodCurve curve(List<WonBy> periods) {
        double[] sums = new double[PARTS + 1];
        for (WonBy period : periods) {
            for (int part = 0; part <= PARTS; part++) {
                sums[part] += period.amounts[part];
            }
        }
        double all = sums[PARTS];
        if (!(all > 0)) {
            return PeriodCurve.NONE;
        }
        for (int part = 0; part <= PARTS; part++) {
            sums[part] = part == PARTS ? 1 : Math.min(1, sums[part] / all);
        }
        return new PeriodCurve(sums);
    }
}
