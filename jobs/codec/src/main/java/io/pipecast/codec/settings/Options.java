package io.pipecast.codec.settings;

import io.pipecast.domain.calendar.PeriodKind;
import io.pipecast.domain.deal.Stage;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The one table of options: keys, values, defaults and sentences. Reading, checking and the
 * commented file are made from it.
 */
final class Options {
    private static final List<Option<?>> TABLE = new ArrayList<>();

    static final Option<String> COMPANY =
            add("company", Kind.required(), "My company", "Name shown on the board.");
    static final Option<String> CURRENCY =
            add("currency", Kind.currency(), "USD", "Corporate currency: every total is in it.");
    static final Option<ZoneId> ZONE =
            add("zone", Kind.zone(), "UTC", "Fiscal zone: days and periods begin at its midnight.");

    static final Option<PeriodKind> CALENDAR_KIND =
            add(
                    "calendar.kind",
                    Kind.choice(PeriodKind.class),
                    "quarters",
                    "How the fiscal year is cut into periods.");
    static final Option<LocalDate> CALENDAR_ANCHOR =
            add(
                    "calendar.anchor",
                    Kind.date(),
                    "2024-01-01",
                    "First day of some fiscal year (months, quarters) or of some period (weeks,"
                            + " four-weeks, four-four-five).");
    static final Option<List<LocalDate>> CALENDAR_DATES =
            add(
                    "calendar.dates",
                    Kind.dates(),
                    "[]",
                    "First days of the periods, ascending, for kind dates; the last one only ends"
                            + " the last period.");
    static final Option<Set<DayOfWeek>> WORKING_WEEK =
            add(
                    "calendar.workingWeek",
                    Kind.week(),
                    "[monday, tuesday, wednesday, thursday, friday]",
                    "Days of the week that count as business days.");
    static final Option<List<LocalDate>> HOLIDAYS =
            add("calendar.holidays", Kind.dates(), "[]", "Days off within the working week.");

    static final Option<List<Stage>> STAGES =
            add(
                    "stages",
                    StageKind.KIND,
                    """
                    - {name: Qualification, outcome: open, probability: 0.1, category: pipeline}
                    - {name: Discovery, outcome: open, probability: 0.2, category: pipeline}
                    - {name: Proposal, outcome: open, probability: 0.5, category: best-case}
                    - {name: Negotiation, outcome: open, probability: 0.8, category: commit}
                    - {name: Closed Won, outcome: won}
                    - {name: Closed Lost, outcome: lost}""",
                    "The sales process in its order: name as in the CRM; outcome open, won or lost;"
                            + " probability to win ever (0 to 1; won 1, lost 0); category commit,"
                            + " best-case, pipeline or omitted; stalledAfter, a hand-set limit in"
                            + " business days.");

    static final Option<Boolean> HAS_AMOUNTS = carried("amounts", "deal amounts");
    static final Option<Boolean> HAS_CLOSE_DATES = carried("closeDates", "entered close dates");
    static final Option<Boolean> HAS_CATEGORIES = carried("categories", "forecast categories");
    static final Option<Boolean> HAS_ACTIVITIES = carried("activities", "activities");
    static final Option<Boolean> HAS_QUOTAS = carried("quotas", "quotas");

    static {
        TABLE.addAll(AlertOptions.TABLE);
    }

    static final Option<Duration> LATENESS =
            add(
                    "lateness",
                    Kind.duration(Duration.ZERO, Duration.ofDays(30)),
                    "PT1H",
                    "How far out of order a fact may arrive and still be in settled history.");
    static final Option<Integer> RETENTION =
            add(
                    "retentionDays",
                    Kind.whole(1, 36500),
                    "400",
                    "Calendar days the state of a closed deal is kept.");
    static final Option<Booking> BOOKING =
            add(
                    "booking",
                    Kind.choice(Booking.class),
                    "close-date",
                    "Whether a win is booked on its close date or on the instant of winning.");

    static {
        TABLE.addAll(RuntimeOptions.TABLE);
        TABLE.addAll(AccessOptions.TABLE);
    }

    /** When a win is booked. */
    enum Booking {
        CLOSE_DATE,
        WON_INSTANT
    }

    private Options() {}

    /** Every option in the order of the file. */
    static List<Option<?>> all() {
        return List.copyOf(TABLE);
    }

    private static Option<Boolean> carried(String name, String what) {
        return add(
                "source." + name,
                Kind.truth(),
                "true",
                "Whether the source carries " + what + "; what it does not is never shown as 0.");
    }

    private static <T> Option<T> add(String key, Kind<T> kind, String fallback, String sentence) {
        Option<T> option = new Option<>(key, kind, fallback, sentence);
        TABLE.add(option);
        return option;
    }

    static Map<String, Option<?>> byKey() {
        Map<String, Option<?>> map = new java.util.TreeMap<>();
        TABLE.forEach(option -> map.put(option.key(), option));
        return map;
    }
}
