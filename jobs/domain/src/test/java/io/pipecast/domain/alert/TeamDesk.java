package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.domain.settings.SourceTraits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A watch, the numbers of the team it is shown next, and everything it stated. */
class TeamDesk {
    private static final LocalDate START = LocalDate.of(2026, 1, 1);

    /** A Monday some way into the quarter. */
    static final LocalDate MONDAY = LocalDate.of(2026, 1, 19);

    final List<Alert> stated = new ArrayList<>();
    AlertContext context = AlertDesk.context();
    TeamWatch watch = new TeamWatch(at -> context);
    final Map<Quantity, Long> values = new EnumMap<>(Quantity.class);

    TeamDesk() {
        values.put(Quantity.QUOTA, 1_000_000L);
        values.put(Quantity.CLOSED, 100_000L);
        values.put(Quantity.OPEN_AMOUNT, 2_000_000L);
        values.put(Quantity.PIPELINE_NEEDED, 2_000_000L);
        values.put(Quantity.MODEL_MEAN, 900_000L);
        values.put(Quantity.MODEL_P10, 700_000L);
        values.put(Quantity.MODEL_P90, 1_100_000L);
        values.put(Quantity.MODEL_P_REACH, 300_000L);
    }

    void look(LocalDate day) {
        look("maria", day, "2026-Q1");
    }

    void look(String node, LocalDate day, String period) {
        PipelineForecast row = row(Tree.REPORTING, node, day, period);
        look(row);
        watch.looked(row.asOf(), stated::add);
    }

    void look(PipelineForecast row) {
        assertThat(TeamWatch.mayWatch(row)).isTrue();
        watch.look(row, stated::add);
    }

    PipelineForecast row(Tree tree, String node, LocalDate day, String period) {
        long[] all = new long[Quantity.values().length];
        Arrays.fill(all, Quantity.MISSING);
        values.forEach((quantity, value) -> all[quantity.ordinal()] = value);
        long at = TestCompany.instant(day + "T00:00");
        return new PipelineForecast(
                1,
                1,
                tree,
                node,
                "Maria Holm",
                "company",
                1,
                period,
                PipelineForecast.PeriodRole.CURRENT,
                (int) START.toEpochDay(),
                (int) LocalDate.of(2026, 4, 1).toEpochDay(),
                at,
                true,
                1,
                "m",
                "EUR",
                all,
                List.of());
    }

    void set(Quantity quantity, long value) {
        values.put(quantity, value);
    }

    List<String> lines() {
        return stated.stream()
                .map(a -> a.rule() + " " + a.status() + " " + a.severity() + " " + a.value())
                .toList();
    }

    Alert last() {
        return stated.get(stated.size() - 1);
    }

    static AlertContext under(AlertPolicy policy, long since) {
        return new AlertContext(
                TestCompany.settings(TestCompany.CALENDAR, SourceTraits.ALL, policy),
                LearnedLimits.NONE,
                (amount, currency, day) -> amount,
                since);
    }
}
