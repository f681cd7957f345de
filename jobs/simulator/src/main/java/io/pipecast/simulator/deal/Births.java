package io.pipecast.simulator.deal;

import io.pipecast.domain.calendar.Period;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Account;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.company.Rep;

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
        double draw = dice.uniform();
        Kind kind =
                draw < RENEWALS
                        ? Kind.RENEWAL
                        : draw < RENEWALS + EXPANSIONS ? Kind.EXPANSION : Kind.NEW;
        Account account = company.someAccount(rep.region(), dice);
        String currency = rep.region().currency(dice);
        double size = dice.normal();
        double dollars = kind.medianWorth * StrictMath.exp(kind.spread * size) * prices(today);
        Origin origin =
                new Origin(
                        String.format("opp-%06d", number),
                        kind,
                        account,
                        product(kind, dice),
                        currency,
                        dice.normal() - LARGE_DEALS_ARE_HARDER * size,
                        Math.round(dollars * 100 / rates.of(currency)),
                        kind != Kind.RENEWAL && dice.chance(ZOMBIES),
                        today.day());
        Deal deal = new Deal(origin, dice);
        if (kind == Kind.RENEWAL) {
            deal.dueDay = today.day() + RENEWAL_NOTICE_DAYS;
        }
        deal.handTo(desk, rep);
        return deal;
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
