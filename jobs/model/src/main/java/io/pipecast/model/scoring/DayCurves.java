package io.pipecast.model.scoring;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.TimeInStage;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The curves of all cells as of one day, each computed when first asked for; deals of a cell share
 * it. Thread-safe.
 */
final class DayCurves {
    final SalesCalendar calendar;
    final int day;
    private final HazardTables tables;
    private final CurveSteps steps;
    private final AtomicReferenceArray<OutcomeCurve> curves;

    DayCurves(HazardTables tables, SalesCalendar calendar, int day) {
        this.tables = tables;
        this.calendar = calendar;
        this.day = day;
        this.steps = new CurveSteps(tables, calendar, day);
        this.curves = new AtomicReferenceArray<>(tables.cells() * DealFactor.LEVELS);
    }

    /**
     * The curve of a cell and a level; two threads may compute the same one, to the same result.
     */
    OutcomeCurve of(int cell, int level) {
        int index = cell * DealFactor.LEVELS + level;
        OutcomeCurve curve = curves.get(index);
        if (curve == null) {
            int stage = cell / TimeInStage.COUNT % tables.stages();
            curve = OutcomeCurve.of(tables, cell, stage * DealFactor.LEVELS + level, steps);
            curves.set(index, curve);
        }
        return curve;
    }
}
