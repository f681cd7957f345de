package io.pipecast.board;

import io.pipecast.board.SampleCompany.Rep;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertStakes;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.Quantity;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Open and won deals of the sample company, and alerts about some of them. */
final class SampleDeals {
    static final String[] STAGES = {"Discovery", "Evaluation", "Proposal", "Negotiation"};
    private static final double[] CHANCE = {0.15, 0.3, 0.55, 0.75};
    private static final String[] ACCOUNTS = {
        "Aldermoor Health", "Brightwater Foods", "Cobalt Freight", "Dunmore Energy",
                "Eastlake Bank",
        "Fjord Robotics", "Granite Insurance", "Harbor Clinics", "Ironbridge Steel", "Juniper Labs",
        "Kestrel Air", "Lumen Optics", "Meridian Rail", "Northgate Paper", "Orchard Pharma"
    };
    private static final String[] THINGS = {
        "calibration bench", "field analyzers", "lab rollout", "service plan", "spectrometer fleet"
    };
    private static final long DAY = 86_400_000L;

    private final SampleCompany company;
    private final long now;

    SampleDeals(SampleCompany company, long now) {
        this.company = company;
        this.now = now;
    }

    static List<Stage> stages() {
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < STAGES.length; i++) {
            stages.add(new Stage(STAGES[i], Outcome.OPEN, CHANCE[i], ForecastCategory.PIPELINE, 0));
        }
        stages.add(new Stage("Closed Won", Outcome.WON, 1, ForecastCategory.COMMIT, 0));
        return stages;
    }

    List<DealForecast> deals() {
        List<DealForecast> deals = new ArrayList<>();
        for (int rep = 0; rep < company.reps.size(); rep++) {
            for (int i = 0; i < 16; i++) {
                String id = String.format("006-%02d%02d", rep + 1, i);
                Random random = new Random(rep * 1000L + i);
                int stage = random.nextInt(4);
                deals.add(explained(deal(id, company.reps.get(rep), i >= 12, stage, random)));
            }
        }
        return deals;
    }

    private DealForecast deal(String id, Rep rep, boolean won, int stage, Random random) {
        long amount = (8_000 + (long) (Math.pow(random.nextDouble(), 3) * 240_000)) / 500 * 50_000;
        int pushes = Math.max(0, random.nextInt(6) - 3);
        LocalDate close = LocalDate.of(2026, 11, 2).plusDays(random.nextInt(95));
        String account = ACCOUNTS[random.nextInt(ACCOUNTS.length)];
        long created = now - (30 + random.nextInt(160)) * DAY;
        return new DealForecast(
                id,
                12 + pushes,
                now,
                false,
                account + " – " + THINGS[random.nextInt(THINGS.length)],
                account,
                won ? "Closed Won" : STAGES[stage],
                won ? Outcome.WON : Outcome.OPEN,
                won ? "Best fit" : null,
                rep.id(),
                SampleCompany.regionId(rep.region()),
                amount,
                "USD",
                amount,
                close.toEpochDay(),
                category(stage, random),
                DealType.values()[random.nextInt(DealType.values().length)],
                random.nextBoolean() ? "Send revised order form" : null,
                created,
                won ? now - random.nextInt(40) * DAY : Quantity.MISSING,
                (now - created) / (double) DAY,
                won ? Double.NaN : 1 + random.nextInt(34) + random.nextDouble(),
                pushes,
                random.nextInt(3) == 0 ? 1 : 0,
                0,
                3 + random.nextInt(20),
                now - random.nextInt(18) * DAY,
                random.nextInt(3) == 0 ? now + 3 * DAY : Quantity.MISSING,
                chances(won, CHANCE[stage], random),
                won ? 1_000_000 : (int) (CHANCE[stage] * 1e6),
                "hazard-2026-11-18",
                false,
                changes(created, stage, pushes, amount, close, won, random),
                null);
    }

    /** With reasons; the second deal of each rep is of a model that has none, the third is new. */
    private static DealForecast explained(DealForecast deal) {
        String id = deal.opportunityId();
        if (deal.outcome() != Outcome.OPEN || id.endsWith("01")) {
            return deal;
        }
        int chance = deal.probability(Horizon.EVER);
        int before = id.endsWith("02") ? 0 : chance + (1_000_000 - chance) / 5;
        return SampleRows.explained(deal, SampleWhy.of(chance, before));
    }

    private static ForecastCategory category(int stage, Random random) {
        return switch (stage) {
            case 0 -> ForecastCategory.PIPELINE;
            case 3 -> ForecastCategory.COMMIT;
            default -> ForecastCategory.values()[random.nextInt(3)];
        };
    }

    private static int[] chances(boolean won, double stage, Random random) {
        int[] chances = new int[Horizon.COUNT];
        double ever = won ? 1 : stage * (0.5 + random.nextDouble() * .7);
        double[] share = {0.16, 0.3, 0.52, 0.7, 0.45, 0.33, 1};
        for (int i = 0; i < chances.length; i++) {
            chances[i] = (int) (1e6 * Math.min(1, ever) * (won ? 1 : share[i]));
        }
        return chances;
    }

    private List<Change> changes(
            long created,
            int stage,
            int pushes,
            long amount,
            LocalDate close,
            boolean won,
            Random random) {
        List<Change> changes = new ArrayList<>();
        changes.add(new Change(created, "LIFECYCLE", "CREATED"));
        changes.add(new Change(created, "STAGE", STAGES[0]));
        changes.add(new Change(created, "AMOUNT", Long.toString(amount * 9 / 10)));
        changes.add(new Change(created, "CLOSE_DATE", close.minusDays(30L * pushes).toString()));
        long step = (now - created) / (stage + pushes + 3);
        long at = created;
        for (int i = 1; i <= stage; i++) {
            at += step;
            changes.add(new Change(at, "STAGE", STAGES[i]));
        }
        changes.add(new Change(at, "AMOUNT", Long.toString(amount)));
        for (int i = 1; i <= pushes; i++) {
            at += step + random.nextInt(1000);
            changes.add(
                    new Change(at, "CLOSE_DATE", close.minusDays(30L * (pushes - i)).toString()));
        }
        if (won) {
            changes.add(new Change(at + step, "STAGE", "Closed Won"));
        }
        return changes;
    }

    private static final AlertRule[] RULES = {
        AlertRule.STALLED_IN_STAGE, AlertRule.GONE_QUIET, AlertRule.CLOSE_DATE_OVERDUE
    };

    List<Alert> alerts(List<DealForecast> deals) {
        List<Alert> alerts = new ArrayList<>();
        for (int i = 0; i < deals.size(); i++) {
            DealForecast deal = deals.get(i);
            if (deal.outcome() == Outcome.OPEN && i % 17 == 3) {
                alerts.add(alert(deal, RULES[i % 3], i % 2 == 0 ? 1 : 3, false));
            } else if (i % 23 == 5) {
                alerts.add(alert(deal, RULES[i % 3], 2, true));
            }
        }
        return alerts;
    }

    private Alert alert(DealForecast deal, AlertRule rule, int severity, boolean resolved) {
        double value = 18 + severity * 7;
        long raised = now - severity * 5 * DAY;
        return new Alert(
                deal.opportunityId() + "|" + rule + "|" + raised,
                deal.opportunityId(),
                rule,
                resolved ? Alert.Status.RESOLVED : Alert.Status.RAISED,
                1,
                raised,
                resolved ? now - DAY : Long.MIN_VALUE,
                resolved ? Alert.Resolution.PROGRESS : null,
                severity,
                value,
                17,
                "business days",
                "learned",
                String.format(
                        "%.0f business days in %s; nine in ten deals that were won took at most 17",
                        value, deal.stage()),
                deal.name(),
                deal.owner(),
                deal.stage(),
                deal.corporateAmount(),
                "USD",
                deal.closeDate(),
                false,
                now,
                new AlertStakes(
                        deal.territory(),
                        "send revised quote",
                        0.31,
                        0.66,
                        1.2,
                        "1.4 times what a won deal usually brings, due this period"),
                handling(deal.owner(), severity),
                AlertSubject.DEAL);
    }

    /** The most severe are delivered. */
    private AlertHandling handling(String owner, int severity) {
        boolean delivered = severity == 3;
        AlertHandling none = AlertHandling.NONE;
        return new AlertHandling(
                delivered ? AlertHandling.Delivery.DELIVERED : AlertHandling.Delivery.DIGEST,
                delivered ? null : "less pressing than what was delivered this week",
                owner,
                0.1 * severity,
                delivered ? now - DAY : none.deliveredAt(),
                none.escalatedAt(),
                delivered ? List.of("its chance to be won is 52 % below the highest") : List.of(),
                none.acknowledgedAt(),
                null,
                none.snoozedUntil(),
                false,
                null,
                none.actionDue(),
                none.doneAt(),
                null);
    }
}
