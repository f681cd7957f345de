package io.pipecast.model.rollup;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.scoring.WinModel;
import java.math.BigDecimal;

/** Derives a deal's {@link Stake} from its view, the model and the rates: a pure function. */
public final class StakeMaker {
    private final PipelineSettings settings;

    public StakeMaker(PipelineSettings settings) {
        this.settings = settings;
    }

    /**
     * The stake of a deal as of an instant, or null when it counts nowhere (not existing, removed).
     *
     * @param territory territory the deal or its account names, or null
     */
    public Stake of(
            DealView deal, AsOf asOf, WinModel model, ExchangeRates rates, String territory) {
        if (!deal.exists || deal.removed) {
            return null;
        }
        String owner = deal.owner == null ? Organization.UNASSIGNED : deal.owner;
        long amount = corporateAmount(deal, asOf, rates);
        return deal.outcome == Outcome.OPEN
                ? open(deal, asOf, model, owner, territory, amount)
                : closed(deal, asOf, owner, territory, amount);
    }

    /**
     * Amount in corporate minor units: one rate per deal, dated by close date for closed deals and
     * by the tick for open ones.
     */
    public long corporateAmount(DealView deal, AsOf asOf, ExchangeRates rates) {
        if (deal.amount == DealView.UNKNOWN) {
            return Stake.UNPRICED;
        }
        String currency = deal.currency == null ? settings.currency() : deal.currency;
        if (currency.equals(settings.currency())) {
            return deal.amount;
        }
        // a win may be dated ahead; the rate of that day is not in force yet
        int day = deal.outcome == Outcome.OPEN ? asOf.day : Math.min(asOf.day, bookingDay(deal));
        BigDecimal rate = rates.on(currency, day);
        return rate == null
                ? Stake.UNCONVERTED
                : MinorUnits.convert(deal.amount, currency, settings.currency(), rate);
    }

    /**
     * Day a closed deal counts on: a win on its close date (or its instant, by option), a loss on
     * its transition.
     */
    public int bookingDay(DealView deal) {
        SalesCalendar calendar = settings.calendar();
        boolean byDate =
                deal.outcome == Outcome.WON
                        && !settings.bookOnWonInstant()
                        && deal.closeDate != DealView.UNKNOWN;
        return byDate ? (int) deal.closeDate : calendar.days().dayOf(deal.closedAt);
    }

    /** Category in force: entered by hand, else the stage's, else pipeline. */
    public ForecastCategory category(DealView deal) {
        if (deal.category != null) {
            return deal.category;
        }
        ForecastCategory byStage =
                deal.stage < 0 ? null : settings.stages().get(deal.stage).category();
        return byStage == null ? ForecastCategory.PIPELINE : byStage;
    }

    private Stake open(
            DealView deal, AsOf asOf, WinModel model, String owner, String territory, long amount) {
        int[] chances = new int[Horizon.COUNT];
        model.score(deal, asOf, chances);
        int due = Stake.UNDATED;
        if (deal.closeDate != DealView.UNKNOWN) {
            due =
                    deal.closeDate < asOf.day
                            ? Stake.OVERDUE
                            : asOf.calendar.fiscal().at(deal.closeDate).index();
        }
        int stageMicros =
                deal.stage < 0 ? 0 : settings.stages().get(deal.stage).probabilityMicros();
        long expected = amount > Stake.UNCONVERTED ? Math.round(amount * model.amountRatio()) : 0;
        return new Stake(
                owner,
                territory,
                Stake.Status.OPEN,
                amount,
                category(deal).ordinal(),
                due,
                stageMicros,
                chances,
                expected,
                asOf.current.index(),
                0,
                Stake.NOW);
    }

    private Stake closed(DealView deal, AsOf asOf, String owner, String territory, long amount) {
        int day = bookingDay(deal);
        int booked = settings.calendar().fiscal().at(day).index();
        Stake.Status status = deal.outcome == Outcome.WON ? Stake.Status.WON : Stake.Status.LOST;
        int closedOn = settings.calendar().days().dayOf(deal.closedAt);
        return new Stake(owner, territory, status, amount, 0, 0, 0, null, 0, 0, booked, closedOn);
    }
}
