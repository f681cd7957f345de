package io.pipecast.simulator.deal;

import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Account;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/**
 * A deal gathers progress and patience as two random walks whose drift is what the buyer's {@link
 * Contacts} want, times a demand that all deals of a quarter share. It is signed when progress
 * passes a hurdle that budgets and quarter ends move, and lost when patience is used up. There is
 * no chance per day of anything.
 */
public final class Network implements Nature {
    private static final double DEMAND_KEPT = 0.5;
    private static final double DEMAND_SHOCK = 0.11;
    private static final double DEMAND_DRIFT = 0.008;
    private static final double DEMAND_BREEDS = 0.5;

    private static final double PACE = 0.085;
    private static final double SKILL_PACE = 0.3;
    private static final double QUALITY_FITS = 0.16;
    private static final double PROGRESS_NOISE = 0.085;
    private static final double PATIENCE = 0.9;
    private static final double MOST_PATIENCE = 1.5;
    private static final double PATIENCE_DRIFT = 0.05;
    private static final double PATIENCE_WEARS = 0.026;
    private static final double PATIENCE_NOISE = 0.1;
    private static final double CHAMPION_COSTS = 0.45;

    private static final double NO_BUDGET = 1.1;
    private static final double RUSH_HELPS = 0.5;
    private static final int RUSH_DAYS = 10;

    /** Months in which the budget years of the industries end. */
    private static final int[] YEAR_ENDS = {3, 6, 9, 12, 12, 1};

    /** How open budgets are by full months left in the budget year. */
    private static final double[] OPEN = {
        1, 0.8, 0.55, 0.35, 0.3, 0.3, 0.3, 0.3, 0.35, 0.45, 0.6, 0.6
    };

    private final long seed;
    private final Dice dice;
    private final Network past;
    private final Map<String, Contacts> contacts = new HashMap<>();
    private double demand;
    private int quarter;

    /** A world whose demand and buyers go by a seed. */
    public Network(long seed) {
        this.seed = seed;
        this.dice = Dice.of(seed, Dice.Stream.DEMAND, 0);
        this.past = null;
    }

    private Network(Network past, Dice dice) {
        this.seed = past.seed;
        this.dice = dice;
        this.past = past;
        this.demand = past.demand;
        this.quarter = past.quarter;
    }

    @Override
    public Nature future(Dice other) {
        return new Network(this, other);
    }

    @Override
    public void dawn(Today today) {
        demand += DEMAND_DRIFT * dice.normal();
        if (today.quarter().index() != quarter) {
            quarter = today.quarter().index();
            demand = DEMAND_KEPT * demand + DEMAND_SHOCK * dice.normal();
        }
    }

    @Override
    public double demand() {
        return StrictMath.exp(DEMAND_BREEDS * demand);
    }

    @Override
    public Turn live(Deal deal, Today today) {
        if (deal.origin.zombie()) {
            feel(deal, today, -1);
            return Turn.STAY;
        }
        Contacts people = contacts(deal.origin.account(), today);
        meet(deal, people);
        begin(deal);
        double want = people.support() + QUALITY_FITS * deal.origin.quality();
        double market = StrictMath.exp(demand);
        double skill = StrictMath.exp(SKILL_PACE * deal.rep.skill());
        deal.progress +=
                PACE * pace(deal) * skill * market * Math.max(0.1, 0.6 + want)
                        + PROGRESS_NOISE * deal.dice.normal();
        deal.patience +=
                PATIENCE_DRIFT * want * market
                        - PATIENCE_WEARS
                        + PATIENCE_NOISE * deal.dice.normal();
        deal.patience = Math.min(MOST_PATIENCE, deal.patience);
        grieve(deal, people);
        feel(deal, today, want + 0.4 * (deal.patience - 0.6));
        return turn(deal, today);
    }

    private Turn turn(Deal deal, Today today) {
        boolean last = deal.stage == SalesProcess.count() - 1;
        double hurdle = deal.stage + 1 + (last ? hurdle(deal.origin.account(), today) : 0);
        if (deal.progress >= hurdle) {
            return Turn.ADVANCE;
        }
        if (deal.patience <= 0) {
            return Turn.LOSE;
        }
        boolean mayFall = deal.stage > deal.origin.kind().firstStage;
        return mayFall && deal.progress < deal.stage - 0.45 ? Turn.BACK : Turn.STAY;
    }

    /** A deal that has just come to life, at first or again. */
    private static void begin(Deal deal) {
        if (deal.patience <= 0) {
            deal.patience = PATIENCE;
            deal.progress = deal.stage;
        }
        deal.progress = Math.max(deal.progress, deal.stage - 0.5);
    }

    private static double pace(Deal deal) {
        return switch (deal.origin.kind()) {
            case NEW -> 1;
            case EXPANSION -> 1.3;
            case RENEWAL -> 1.5;
        };
    }

    private static void meet(Deal deal, Contacts people) {
        people.touch(0.1 * deal.momentum);
        double introduced = 0.012 * (1 + deal.momentum) * StrictMath.exp(deal.rep.skill());
        if (deal.dice.chance(introduced)) {
            people.introduce();
        }
    }

    private static void grieve(Deal deal, Contacts people) {
        if (deal.departuresSeen >= 0 && people.departures() > deal.departuresSeen) {
            deal.patience -= CHAMPION_COSTS;
        }
        deal.departuresSeen = people.departures();
    }

    private static void feel(Deal deal, Today today, double interest) {
        deal.daysCold = deal.warm ? 0 : deal.daysCold + 1;
        if (deal.warm != interest > (deal.warm ? -0.08 : 0.08)) {
            deal.turn(today.day());
        }
    }

    private static double hurdle(Account account, Today today) {
        int month = LocalDate.ofEpochDay(today.day()).getMonthValue();
        int yearEnd = YEAR_ENDS[Math.floorMod(account.id().hashCode(), YEAR_ENDS.length)];
        double open = OPEN[Math.floorMod(yearEnd - month, 12)];
        double rush = Math.max(0, 1 - today.left() / (double) RUSH_DAYS);
        return NO_BUDGET * (1 - open) - RUSH_HELPS * rush;
    }

    private Contacts contacts(Account account, Today today) {
        Contacts people = contacts.get(account.id());
        if (people == null) {
            people = newContacts(account, today);
            contacts.put(account.id(), people);
        }
        people.liveTo(today.day());
        return people;
    }

    private Contacts newContacts(Account account, Today today) {
        Contacts known = past == null ? null : past.contacts.get(account.id());
        if (known != null) {
            return new Contacts(known, dice);
        }
        Dice own =
                past != null ? dice : Dice.of(seed, Dice.Stream.CONTACTS, account.id().hashCode());
        return new Contacts(own, today.day());
    }
}
