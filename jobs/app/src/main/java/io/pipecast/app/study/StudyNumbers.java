package io.pipecast.app.study;

import io.pipecast.app.study.LandingRow.Level;
import io.pipecast.simulator.WorldKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/** What a study of a world found, by name. */
final class StudyNumbers {
    private static final double LEAST_COVERED = 0.75;
    static final String[] THIRDS = {"first", "second", "last"};

    private final StudyPlan plan;
    private final List<LandingRow> landings = new ArrayList<>();
    private final List<DealRow> deals = new ArrayList<>();
    private final List<CompanyRows.Win> wins = new ArrayList<>();
    private int companies;
    private int disputed;
    private int withoutOdds;

    StudyNumbers(StudyPlan plan) {
        this.plan = plan;
    }

    /** What was studied. */
    StudyPlan plan() {
        return plan;
    }

    /** Companies added so far. */
    int companies() {
        return companies;
    }

    /** Landings whose locked amount is not the simulator's. */
    int disputed() {
        return disputed;
    }

    /** Snapshots of deals the simulator knew no odds of. */
    int withoutOdds() {
        return withoutOdds;
    }

    /** Adds a company. */
    void add(CompanyRows rows) {
        landings.addAll(rows.landings);
        deals.addAll(rows.deals);
        wins.addAll(rows.wins);
        companies++;
        disputed += rows.disputed;
        withoutOdds += rows.withoutOdds;
    }

    /** Weekly forecasts of a level in a third, 0 to 2. */
    List<LandingRow> weekly(Level level, int third, Predicate<LandingRow> wanted) {
        return landings.stream()
                .filter(r -> r.weekly() && r.level() == level && r.third() == third)
                .filter(wanted)
                .toList();
    }

    /** Forecasts of a level after so many thirds. */
    List<LandingRow> after(Level level, int thirds, Predicate<LandingRow> wanted) {
        return landings.stream()
                .filter(r -> r.level() == level && r.isAfterThirds(thirds))
                .filter(wanted)
                .toList();
    }

    /** Everything by name, in a stable order. */
    Map<String, Object> numbers() {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("plan", plan);
        numbers.put("companies", companies);
        numbers.put("disputedLandings", disputed);
        numbers.put("snapshotsWithoutOdds", withoutOdds);
        numbers.put("coverage", coverage(r -> true));
        numbers.put("errors", errors(r -> true));
        numbers.put("skill", skill(deals));
        List<Object> quarters = new ArrayList<>();
        for (int q = 0; q < plan.quarters(); q++) {
            quarters.add(quarter(q));
        }
        numbers.put("byJudgedQuarter", quarters);
        numbers.put("recoveredInQuarter", recovered());
        return numbers;
    }

    /**
     * First judged quarter after the change from which on the company's intervals hold again: at
     * least 75 % covered in the first two thirds. Null where nothing changed or none does.
     */
    Integer recovered() {
        Integer recovered = null;
        for (int q = plan.quarters() - 1; q > 0 && holds(q); q--) {
            recovered = q;
        }
        return plan.world() == WorldKind.REGIME ? recovered : null;
    }

    private boolean holds(int quarter) {
        List<LandingRow> rows =
                landings.stream()
                        .filter(r -> r.weekly() && r.level() == Level.COMPANY && r.third() < 2)
                        .filter(r -> r.quarter() == quarter)
                        .toList();
        return Coverage.of(rows).covered() >= LEAST_COVERED;
    }

    private Map<String, Object> quarter(int q) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("quarter", q);
        numbers.put("coverage", coverage(r -> r.quarter() == q));
        numbers.put("errors", errors(r -> r.quarter() == q));
        numbers.put("skill", skill(deals.stream().filter(r -> r.quarter() == q).toList()));
        return numbers;
    }

    /** Coverage by level and third. */
    Map<String, Map<String, Coverage>> coverage(Predicate<LandingRow> wanted) {
        Map<String, Map<String, Coverage>> table = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            Map<String, Coverage> row = new LinkedHashMap<>();
            for (int third = 0; third < THIRDS.length; third++) {
                row.put(THIRDS[third], Coverage.of(weekly(level, third, wanted)));
            }
            table.put(name(level), row);
        }
        return table;
    }

    /** Errors by level and day. */
    Map<String, Map<String, LandingErrors>> errors(Predicate<LandingRow> wanted) {
        Map<String, Map<String, LandingErrors>> table = new LinkedHashMap<>();
        for (Level level : Level.values()) {
            Map<String, LandingErrors> row = new LinkedHashMap<>();
            row.put("oneThird", LandingErrors.of(after(level, 1, wanted)));
            row.put("twoThirds", LandingErrors.of(after(level, 2, wanted)));
            table.put(name(level), row);
        }
        return table;
    }

    /** Skill by horizon; empty without odds. */
    List<DealSkill> skill(List<DealRow> rows) {
        List<DealSkill> skills = new ArrayList<>();
        if (rows.isEmpty()) {
            return skills;
        }
        for (int horizon = 0; horizon < DealRow.HORIZONS.length; horizon++) {
            skills.add(DealSkill.of(rows, horizon, plan.samples()));
        }
        return skills;
    }

    private static String name(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }

    /** All landing rows, for a dump. */
    List<LandingRow> landings() {
        return landings;
    }

    /** All wins, for a dump. */
    List<CompanyRows.Win> wins() {
        return wins;
    }

    /** All deal rows, for a dump. */
    List<DealRow> deals() {
        return deals;
    }
}
