package io.pipecast.streaming.serialization;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.input.Rejection;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.alert.FeedBook;
import io.pipecast.domain.alert.TeamBook;
import io.pipecast.domain.alert.TeamLook;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import io.pipecast.streaming.deliver.AlertCase;
import io.pipecast.streaming.deliver.DealCase;
import io.pipecast.streaming.deliver.ManagerWeek;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Random output rows. */
final class Rows {
    private Rows() {}

    static DealForecast deal(Random random) {
        boolean bare = random.nextBoolean();
        int[] chances = new int[Horizon.COUNT];
        chances[Horizon.EVER.ordinal()] = random.nextInt(1_000_000);
        return new DealForecast(
                "D" + random.nextInt(),
                random.nextInt(1000),
                random.nextInt(),
                random.nextBoolean(),
                bare ? null : "Deal",
                bare ? null : "account",
                bare ? null : "Proposal",
                Outcome.OPEN,
                null,
                bare ? null : "u1",
                bare ? null : "north",
                bare ? Quantity.MISSING : random.nextInt(1_000_000),
                "EUR",
                bare ? Quantity.MISSING : random.nextInt(1_000_000),
                bare ? Quantity.MISSING : 20_500,
                ForecastCategory.COMMIT,
                null,
                bare ? null : "call",
                random.nextInt(),
                Quantity.MISSING,
                12.25,
                3.5,
                1,
                2,
                0,
                4,
                Quantity.MISSING,
                Quantity.MISSING,
                chances,
                500_000,
                "m1",
                random.nextBoolean(),
                bare ? List.of() : List.of(new DealForecast.Change(5, "STAGE", "Proposal")),
                bare ? null : new Explanation(-5, List.of(), 7, null));
    }

    static PipelineForecast pipeline(Random random) {
        long[] values = new long[Quantity.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = random.nextInt(4) == 0 ? Quantity.MISSING : random.nextInt(1_000_000);
        }
        return new PipelineForecast(
                random.nextInt(1000),
                12,
                Tree.TERRITORY,
                "north",
                "North",
                random.nextBoolean() ? null : "company",
                1,
                "2026-Q1",
                PipelineForecast.PeriodRole.CURRENT,
                20_454,
                20_544,
                random.nextInt(),
                random.nextBoolean(),
                random.nextInt(1000),
                "stage-probabilities",
                "EUR",
                values,
                List.of("quota"));
    }

    static Alert alert(Random random) {
        boolean over = random.nextBoolean();
        return new Alert(
                "D1/STALLED/" + random.nextInt(),
                "D1",
                AlertRule.values()[random.nextInt(AlertRule.values().length)],
                over ? Alert.Status.RESOLVED : Alert.Status.RAISED,
                random.nextInt(9),
                random.nextInt(),
                over ? random.nextInt() : Long.MIN_VALUE,
                over ? Alert.Resolution.PROGRESS : null,
                2,
                21.5,
                20,
                "business days",
                "configured",
                "21 business days in Proposal",
                over ? null : "Deal",
                over ? null : "u1",
                "Proposal",
                over ? Long.MIN_VALUE : 5,
                "EUR",
                over ? Long.MIN_VALUE : 20_500,
                over,
                random.nextInt(),
                AlertStakes.NONE,
                AlertHandling.NONE,
                random.nextBoolean()
                        ? AlertSubject.deal(over ? null : "crm")
                        : AlertSubject.team(Tree.REPORTING, "maria"));
    }

    static DealCase dealCase(Random random) {
        Alert alert = alert(random);
        AlertAction action =
                new AlertAction(
                        "a1",
                        alert.alertId(),
                        "D1",
                        AlertAction.Kind.ACKNOWLEDGE,
                        AlertAction.NONE,
                        null,
                        random.nextBoolean() ? null : "noted",
                        random.nextInt(),
                        "u1");
        AlertCase made = new AlertCase(alert, AlertHandling.NONE, List.of(action), 3);
        AlertStakes stakes = new AlertStakes("north", null, 0.5, Double.NaN, 1.5, "why");
        return new DealCase(
                "D1",
                List.of(made),
                stakes,
                random.nextLong(),
                random.nextInt(99),
                random.nextLong());
    }

    static TeamBook teamBook(Random random) {
        boolean seen = random.nextBoolean();
        List<Long> moved = random.longs(10).boxed().toList();
        return new TeamBook(
                Tree.TERRITORY,
                "north",
                seen ? "2026-Q1" : null,
                random.nextLong(),
                random.nextInt(99),
                seen ? List.of(new TeamLook(random.nextInt(), 7, 8, 9, moved)) : List.of(),
                seen ? List.of(alert(random)) : List.of());
    }

    static FeedBook feedBook(Random random) {
        return new FeedBook(
                "crm",
                random.longs(3).boxed().toList(),
                random.longs(2).boxed().toList(),
                random.nextLong(),
                random.nextInt(),
                random.nextInt(99),
                random.nextBoolean() ? null : alert(random));
    }

    static ManagerWeek managerWeek(Random random) {
        return new ManagerWeek("m" + random.nextInt(9), random.nextInt(), random.nextInt(8));
    }

    static Rejection rejection(Random random) {
        byte[] raw = new byte[random.nextInt(200)];
        random.nextBytes(raw);
        boolean bare = random.nextBoolean();
        return new Rejection(
                "unreadable",
                bare ? null : "amount",
                "amount must be …, was −1",
                "crm.opportunities-0",
                random.nextInt(1000),
                bare ? Rejection.NO_TIME : random.nextInt(1000),
                raw,
                raw.length);
    }

    static FeedStatus feed(Random random) {
        return new FeedStatus(
                "crm", random.nextInt(), random.nextInt(1000), random.nextInt(9), random.nextInt());
    }

    static ModelStatus model(Random random) {
        ModelStatus.State[] states = ModelStatus.State.values();
        return new ModelStatus(
                random.nextLong(),
                random.nextInt(9),
                ModelPublished.Role.values()[random.nextInt(3)],
                states[random.nextInt(states.length)],
                random.nextBoolean() ? null : "why " + random.nextInt(),
                random.nextLong(),
                "m" + random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                "who" + random.nextInt(),
                random.nextLong(),
                random.nextLong(),
                random.nextLong(),
                random.nextBoolean() ? Map.of() : Map.of("rows", random.nextDouble()));
    }
}
