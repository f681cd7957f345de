package io.pipecast.model.scoring;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardTables.Cause;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Hazards and models made up for tests. */
public final class RandomTables {
    static final int STAGES = 3;
    static final SalesCalendar CALENDAR =
            new SalesCalendar(
                    new DayClock(ZoneId.of("Europe/Berlin")),
                    new BusinessDays(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY), Set.of()),
                    FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2024, 1, 1)));

    private RandomTables() {}

    /** Tables with hazards from 0 to far above anything real. */
    public static HazardTables of(Random random) {
        double[] stays = new double[STAGES];
        Arrays.fill(stays, Double.POSITIVE_INFINITY);
        return new HazardTables(
                STAGES,
                new int[] {0, 1, 0, 0},
                DealFactor.values()[random.nextInt(4)],
                cause(random),
                cause(random),
                Double.POSITIVE_INFINITY,
                stays);
    }

    private static Cause cause(Random random) {
        double scale = Math.pow(10, -4 + 5 * random.nextDouble());
        return new Cause(
                rates(random, 2 * STAGES * TimeInStage.COUNT * DaysAhead.COUNT, scale),
                rates(random, PeriodPosition.COUNT, 2),
                rates(random, STAGES * DealFactor.LEVELS, 2));
    }

    private static double[] rates(Random random, int n, double scale) {
        return random.doubles(n).map(x -> x < 0.1 ? 0 : x * scale).toArray();
    }

    /** The tables with limits. */
    static HazardTables limited(HazardTables of, double age, double inStage) {
        double[] stays = new double[STAGES];
        Arrays.fill(stays, inStage);
        return new HazardTables(STAGES, of.tableOf(), of.factor(), of.won(), of.lost(), age, stays);
    }

    /** A model of tables that has learned nothing else. */
    public static HazardModel model(HazardTables tables) {
        return new HazardModel(
                new ModelCard("m", 0, 0, "", "EUR", Map.of()),
                Collections.nCopies(STAGES, "s"),
                tables,
                new ClosingTables(new double[STAGES], 1, NewBusiness.NONE),
                1,
                0);
    }
}
