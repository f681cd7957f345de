package io.pipecast.streaming.operators;

import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Demand;
import io.pipecast.model.rollup.NewBusiness;
import io.pipecast.model.rollup.OrgChart;
import io.pipecast.model.rollup.ScopeBook;
import io.pipecast.model.scoring.WinModel;

/**
 * The expectation from deals not created yet, computed once a day: it depends on nothing that
 * changes within one.
 */
final class FreshDeals {
    private NewBusiness known;
    private WinModel model;
    private OrgChart chart;
    private int day;
    private int owners;
    private NewBusiness before;
    private Demand demand;
    private NewBusiness withDemand;

    /**
     * The same with what the running period's course says, computed when it says something else.
     */
    NewBusiness of(ScopeBook book, AsOf asOf, WinModel inForce, Demand course) {
        NewBusiness plain = of(book, asOf, inForce);
        if (withDemand == null || !plain.equals(before) || !course.equals(demand)) {
            withDemand = plain.with(course);
            before = plain;
            demand = course;
        }
        return withDemand;
    }

    NewBusiness of(ScopeBook book, AsOf asOf, WinModel inForce) {
        boolean same =
                known != null
                        && model == inForce
                        && chart == book.chart()
                        && day == asOf.day
                        && owners == book.owners().size();
        if (!same) {
            known = NewBusiness.of(book, asOf, inForce);
            model = inForce;
            chart = book.chart();
            day = asOf.day;
            owners = book.owners().size();
        }
        return known;
    }
}
