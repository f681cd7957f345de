package io.pipecast.simulator.deal;

import io.pipecast.domain.calendar.Period;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Account;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.company.Region;
import io.pipecast.simulator.company.Rep;
import java.util.Locale;

/** Where deals come from. */
public final class Births {
    private static final double RENEWALS = 0.1;
    private static final double EXPANSIONS = 0.22;
    private static final double ZOMBIES = 0.013;
    private static final double LARGE_DEALS_ARE_HARDER = 0.15;
    private static final double PRICES_GROW = 1.02;
    private static final int RENEWAL_NOTICE_DAYS = 85;

    private static final String[] NEW_BUSINESS = {
        "spectrometer line", "chromatography bench", "cryo stage", "particle counter",
        "thermal analyser", "lab automation cell", "X-ray diffractometer", "mass spectrometer"
    };
    private static final String[] MORE = {
        "detector upgrade", "second bench", "autosampler", "software seats", "vacuum upgrade"
    };
    private static final String[] AGAIN = {
        "service renewal", "calibration contract", "consumables agreement"
    };

    private final long seed;
    private final Company company;
    private final Rates rates;
    private final int firstPeriod;
    private long number;

    /**
     * Births.
     *
     * @param first the quarter whose prices are the base; prices grow quarter by quarter
     */
    public Births(long seed, Company company, Rates rates, Period first) {
        this.firstPeriod = first.index();
        this.seed = seed;
        this.company = company;
        this.rates = rates;
    }

    /** A new deal on a desk; it is not in the CRM yet. */
    public Deal next(int desk, Today today) {
        Dice dice = Dice.of(seed, Dice.Stream.DEAL, ++number);
        Rep rep = company.reps().get(desk);
        Deal deal = new Deal(origin(rep.region(), dice, today), dice);
        if (deal.origin.kind() == Kind.RENEWAL) {
            deal.dueDay = today.day() + RENEWAL_NOTICE_DAYS;
        }
        deal.handTo(desk, rep);
        return deal;
    }

    private Origin origin(Region region, Dice dice, Today today) {
        Kind kind = kind(dice);
        Account account = company.someAccount(region, dice);
        String currency = region.currency(dice);
        double size = dice.normal();
        double dollars = kind.medianWorth * StrictMath.exp(kind.spread * size) * prices(today);
        return new Origin(
                String.format(Locale.ROOT, "opp-%06d", number),
                kind,
                account,
                product(kind, dice),
                currency,
                dice.normal() - LARGE_DEALS_ARE_HARDER * size,
                Math.round(dollars * 100 / rates.of(currency)),
                kind != Kind.RENEWAL && dice.chance(ZOMBIES),
                today.day());
    }

    private static Kind kind(Dice dice) {
        double draw = dice.uniform();
        if (draw < RENEWALS) {
            return Kind.RENEWAL;
        }
        return draw < RENEWALS + EXPANSIONS ? Kind.EXPANSION : Kind.NEW;
    }

    private double prices(Today today) {
        return StrictMath.pow(PRICES_GROW, today.quarter().index() - firstPeriod);
    }

    private static String product(Kind kind, Dice dice) {
        return switch (kind) {
            case NEW -> dice.pick(NEW_BUSINESS);
            case EXPANSION -> dice.pick(MORE);
            case RENEWAL -> dice.pick(AGAIN);
        };
    }
}
