package io.pipecast.codec.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.FiscalCalendar;
import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.domain.settings.SourceTraits;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** Reads the options that the numbers depend on; null when there are problems. */
final class PipelineReader {
    private final ConfigTree tree;

    private PipelineReader(ConfigTree tree) {
        this.tree = tree;
    }

    static PipelineSettings read(ConfigTree tree) {
        PipelineReader reader = new PipelineReader(tree);
        List<Stage> stages = reader.stages();
        SalesCalendar calendar = reader.calendar();
        String currency = tree.get(Options.CURRENCY);
        PipelineSettings settings =
                new PipelineSettings(
                        tree.get(Options.COMPANY),
                        currency,
                        calendar,
                        new StageTable(tree.problems.isEmpty() ? stages : List.of()),
                        reader.source(),
                        AlertOptions.read(tree, currency),
                        tree.get(Options.LATENESS).toMillis(),
                        tree.get(Options.RETENTION),
                        tree.get(Options.BOOKING) == Options.Booking.WON_INSTANT);
        return tree.problems.isEmpty() ? settings : null;
    }

    private List<Stage> stages() {
        tree.get(Options.STAGES);
        JsonNode list = tree.node(Options.STAGES);
        return list.isArray() ? StageKind.read(list, tree.problems) : List.of();
    }

    private SalesCalendar calendar() {
        return new SalesCalendar(
                new DayClock(tree.get(Options.ZONE)),
                new BusinessDays(
                        tree.get(Options.WORKING_WEEK), new HashSet<>(tree.get(Options.HOLIDAYS))),
                fiscal());
    }

    private FiscalCalendar fiscal() {
        PeriodKind kind = tree.get(Options.CALENDAR_KIND);
        LocalDate anchor = tree.get(Options.CALENDAR_ANCHOR);
        List<LocalDate> dates = tree.get(Options.CALENDAR_DATES);
        boolean byDates = kind == PeriodKind.DATES;
        boolean byMonth = kind == PeriodKind.MONTHS || kind == PeriodKind.QUARTERS;
        if (byMonth && anchor.getDayOfMonth() > 28) {
            tree.problems.add(
                    "calendar.anchor must be on day 1 to 28 of a month for "
                            + kind.name().toLowerCase(java.util.Locale.ROOT)
                            + ", was "
                            + anchor);
            return null;
        }
        if (byDates && !ascending(dates)) {
            tree.problems.add(
                    "calendar.dates must be at least two ascending dates for kind dates, was "
                            + dates);
            return null;
        }
        if (!byDates && !dates.isEmpty()) {
            tree.problems.add(
                    "calendar.dates must be empty unless calendar.kind is dates, was " + dates);
        }
        return byDates ? FiscalCalendar.ofDates(dates) : FiscalCalendar.of(kind, anchor);
    }

    private static boolean ascending(List<LocalDate> dates) {
        for (int i = 1; i < dates.size(); i++) {
            if (!dates.get(i - 1).isBefore(dates.get(i))) {
                return false;
            }
        }
        return dates.size() > 1;
    }

    private SourceTraits source() {
        return new SourceTraits(
                tree.get(Options.HAS_AMOUNTS),
                tree.get(Options.HAS_CLOSE_DATES),
                tree.get(Options.HAS_CATEGORIES),
                tree.get(Options.HAS_ACTIVITIES),
                tree.get(Options.HAS_QUOTAS));
    }
}
