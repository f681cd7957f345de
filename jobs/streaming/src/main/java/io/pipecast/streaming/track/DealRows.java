package io.pipecast.streaming.track;

import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.rollup.Stake;
import io.pipecast.model.rollup.StakeMaker;
import io.pipecast.model.scoring.WinModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns a deal's view into its published row. */
public final class DealRows {
    private static final int CHANGES = 24;
    private static final double DAY_MILLIS = 86_400_000;
    private static final Set<DealField> TOLD =
            EnumSet.of(
                    DealField.LIFECYCLE,
                    DealField.STAGE,
                    DealField.OUTCOME,
                    DealField.OWNER,
                    DealField.CLOSE_DATE,
                    DealField.CATEGORY,
                    DealField.AMOUNT,
                    DealField.TERRITORY);

    /** How much a row tells. */
    public enum Detail {
        /** What the deal is and its chances. */
        BARE,
        /** What the chance is made of, too. */
        EXPLAINED,
        /** Also the latest changes, and what moved the chance since last week. */
        WHOLE
    }

    private final PipelineSettings settings;
    private final StakeMaker stakes;
    private final Organization organization;
    private final ExchangeRates rates;
    private final DealReasons reasons;

    public DealRows(
            PipelineSettings settings,
            StakeMaker stakes,
            Organization organization,
            ExchangeRates rates) {
        this.organization = organization;
        this.settings = settings;
        this.stakes = stakes;
        this.rates = rates;
        this.reasons = new DealReasons(settings);
    }

    /**
     * The row of a deal.
     *
     * @param stake the deal's stake as of the instant; an open one carries the chances
     * @param detail how much beside what the deal is
     */
    public DealForecast row(
            String id,
            DealHistory history,
            DealView v,
            Stake stake,
            AsOf asOf,
            WinModel model,
            boolean settled,
            Detail detail) {
        long corporate = stakes.corporateAmount(v, asOf, rates);
        int[] chances = stake == null || stake.chances() == null ? certain(v) : stake.chances();
        return new DealForecast(
                id,
                version(history, asOf, model),
                asOf.instant,
                settled,
                v.name,
                v.account,
                v.stage < 0 ? null : settings.stages().get(v.stage).name(),
                v.outcome,
                v.closeReason,
                v.owner,
                organization.territoryOf(v.territory, v.account, v.owner, asOf.instant),
                v.amount,
                v.currency == null ? settings.currency() : v.currency,
                corporate > Stake.UNCONVERTED ? corporate : Quantity.MISSING,
                v.closeDate,
                stakes.category(v),
                v.dealType,
                v.nextStep,
                v.createdAt,
                v.closedAt,
                v.createdAt == DealView.UNKNOWN
                        ? Double.NaN
                        : (asOf.instant - v.createdAt) / DAY_MILLIS,
                daysInStage(v, asOf),
                v.pushes,
                v.backwardMoves,
                v.reopenings,
                v.buyerActivities,
                v.lastBuyerAt,
                v.meetingAt,
                chances,
                v.stage < 0 ? 0 : settings.stages().get(v.stage).probabilityMicros(),
                model.version(),
                v.removed,
                detail == Detail.WHOLE ? changes(history, asOf.instant) : List.of(),
                why(history, v, asOf, model, detail));
    }

    private Explanation why(
            DealHistory history, DealView v, AsOf asOf, WinModel model, Detail detail) {
        return switch (detail) {
            case BARE -> null;
            case EXPLAINED -> reasons.of(v, asOf, model);
            case WHOLE -> reasons.withWeek(history, v, asOf, model);
        };
    }

    /**
     * Distinct facts, days and models that hold at the instant: grows with each of them, whatever
     * their order. Facts dated later do not count yet, or settled rows would tell how far ahead the
     * job has read.
     */
    private static long version(DealHistory history, AsOf asOf, WinModel model) {
        return history.countUntil(asOf.instant) + asOf.day + model.sequence();
    }

    private static int[] certain(DealView v) {
        int[] chances = new int[Horizon.COUNT];
        if (v.isWon()) {
            java.util.Arrays.fill(chances, 1_000_000);
        }
        return chances;
    }

    /** Business days in the current visit to the stage, or NaN when its start is unknown. */
    private double daysInStage(DealView v, AsOf asOf) {
        return v.stageEnteredAt == DealView.UNKNOWN
                ? Double.NaN
                : settings.calendar().businessDays(v.stageEnteredAt, asOf.instant);
    }

    private static List<DealForecast.Change> changes(DealHistory history, long until) {
        List<DealForecast.Change> changes = new ArrayList<>();
        for (int i = history.countUntil(until) - 1; i >= 0 && changes.size() < CHANGES; i--) {
            Fact fact = history.fact(i);
            if (TOLD.contains(fact.field)) {
                changes.add(0, new DealForecast.Change(fact.time, fact.field.name(), tell(fact)));
            }
        }
        return changes;
    }

    private static String tell(Fact fact) {
        if (fact.isCleared()) {
            return "";
        }
        return switch (fact.field) {
            case CLOSE_DATE -> LocalDate.ofEpochDay(fact.number).toString();
            case AMOUNT -> Long.toString(fact.number);
            case LIFECYCLE -> io.pipecast.domain.deal.Lifecycle.ofCode(fact.number).name();
            default -> fact.text;
        };
    }

    /** Territory a deal names itself or through its account, or null to follow its owner. */
    public static String territory(DealView v, Organization organization, long instant) {
        if (v.territory != null || v.account == null) {
            return v.territory;
        }
        String byAccount = organization.territoryOf(null, v.account, null, instant);
        return Organization.UNASSIGNED.equals(byAccount) ? null : byAccount;
    }
}
