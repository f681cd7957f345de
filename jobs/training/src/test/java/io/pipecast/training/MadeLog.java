package io.pipecast.training;

import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import io.pipecast.training.rows.DealLog;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Logs made by hand or by chance, over a company that works every day and counts in UTC. */
@SuppressWarnings("EnumOrdinal")
public final class MadeLog {
    public static final long DAY = 86_400_000;

    /** A Monday and the first day of a quarter. */
    public static final LocalDate START = LocalDate.of(2024, 7, 1);

    public static final int TALK = 0;
    public static final int OFFER = 1;

    public static final PipelineSettings SETTINGS =
            new PipelineSettings(
                    "Made",
                    "EUR",
                    new SalesCalendar(
                            new DayClock(ZoneOffset.UTC),
                            new BusinessDays(EnumSet.allOf(DayOfWeek.class), Set.of()),
                            FiscalCalendar.of(PeriodKind.QUARTERS, LocalDate.of(2024, 1, 1))),
                    new StageTable(
                            List.of(
                                    new Stage(
                                            "Talk",
                                            Outcome.OPEN,
                                            0.2,
                                            ForecastCategory.PIPELINE,
                                            0),
                                    new Stage(
                                            "Offer",
                                            Outcome.OPEN,
                                            0.5,
                                            ForecastCategory.BEST_CASE,
                                            0),
                                    new Stage("Won", Outcome.WON, 1, ForecastCategory.COMMIT, 0),
                                    new Stage(
                                            "Lost", Outcome.LOST, 0, ForecastCategory.OMITTED, 0))),
                    SourceTraits.ALL,
                    AlertPolicy.DEFAULT,
                    3_600_000,
                    400,
                    true);

    private final List<DealEvent> events = new ArrayList<>();

    /** Instant a number of days after the start. */
    public static long at(double days) {
        return START.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli() + (long) (days * DAY);
    }

    /** Instant of a text, such as 2024-07-01T10:00:00Z. */
    public static long at(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    public MadeLog create(String id, long time, String owner, long amount) {
        return add(
                id,
                fact(time, DealField.LIFECYCLE, Lifecycle.CREATED.ordinal(), null),
                fact(time, DealField.STAGE, Fact.NO_NUMBER, "Talk"),
                fact(time, DealField.OWNER, Fact.NO_NUMBER, owner),
                fact(time, DealField.AMOUNT, amount, null));
    }

    public MadeLog move(String id, long time, String stage) {
        return add(id, fact(time, DealField.STAGE, Fact.NO_NUMBER, stage));
    }

    public MadeLog say(String id, long time, DealField field, long number, String text) {
        return add(id, fact(time, field, number, text));
    }

    private Fact fact(long time, DealField field, long number, String text) {
        return new Fact(
                time,
                time,
                events.size(),
                DealEvent.hash("e" + events.size()),
                field,
                number,
                text);
    }

    private MadeLog add(String id, Fact... facts) {
        events.add(new DealEvent(id, "crm", facts));
        return this;
    }

    public List<DealEvent> events() {
        return events;
    }

    /** What was known by an instant. */
    public DealLog log(long until) {
        DealLog log = new DealLog(SETTINGS, until);
        events.forEach(log::add);
        return log;
    }
}
