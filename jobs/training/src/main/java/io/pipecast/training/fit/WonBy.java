package io.pipecast.training.fit;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.DealView;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.HazardModel;
import java.util.List;

/** What a model expects at the start of a period to be won by each share of its days. */
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

    /** Adds a deal that is open at the start, by the amount expected at winning. */
    void add(DealView deal, double expected) {
        double[] won = model.wonWithin(deal, start, days);
        for (int part = 1; part <= PARTS; part++) {
            amounts[part] += won[part] * expected;
        }
    }

    /** The curve of some periods together, each weighing by what was expected of it. */
    static PeriodCurve curve(List<PastPeriod> periods) {
        double[] sums = new double[PARTS + 1];
        for (PastPeriod period : periods) {
            for (int part = 0; part <= PARTS; part++) {
                sums[part] += period.wonBy().amounts[part];
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
