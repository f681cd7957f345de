package io.pipecast.simulator.deal;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.event.OpportunityChange.Operation;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Account;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Region;
import io.pipecast.simulator.record.Journal;

/**
 * One large deal whose course is written beforehand: committed for the quarter, silent for weeks,
 * and pushed past its end on the day the plot turns. To everybody in the company it is a deal like
 * any other.
 */
public final class StoryDeal {
    /** Desk it lies on. */
    public static final int DESK = 0;

    private static final long PRICE = 1_240_000_00;
    private static final int BEGINS = 66;
    private static final int[] MOVES_ON = {57, 46, 36, 26};
    private static final int LAST_WORD = 13;
    private static final int LOST_AFTER = 16;
    private static final int PUSHED_BY = 48;
    private static final int PUSH_MINUTE = 12 * 60 + 40;

    private final Deal deal;
    private final Journal journal;
    private final Plot plot;

    /**
     * When it happens.
     *
     * @param turnDay working day (epoch day) on which the deal is pushed
     */
    public record Plot(int turnDay) {}

    public StoryDeal(long seed, Company company, Journal journal, Plot plot) {
        this.journal = journal;
        this.plot = plot;
        Account account = company.accounts(Region.AMERICAS).get(0);
        Origin origin =
                new Origin(
                        "opp-000000",
                        io.pipecast.simulator.deal.Kind.NEW,
                        account,
                        "cryo-electron microscope suite",
                        "USD",
                        0,
                        PRICE,
                        false,
                        plot.turnDay());
        this.deal = new Deal(origin, Dice.of(seed, Dice.Stream.DEAL, 0));
        deal.handTo(DESK, company.reps().get(DESK));
    }

    /** Whether a deal is this one. */
    public boolean is(Deal other) {
        return other == deal;
    }

    /** Whether it enters the CRM on a day. */
    public boolean begins(Today today) {
        return ahead(today) == BEGINS;
    }

    private int ahead(Today today) {
        return today.calendar().business().between(today.day(), plot.turnDay());
    }

    /** Enters it into the CRM. */
    public Deal create(Today today) {
        Period quarter = today.calendar().fiscal().at(plot.turnDay());
        deal.amount = Math.round(PRICE * 0.8);
        deal.closeDay = quarter.endDay() - 12;
        OpportunityChange change = Entries.whole(deal, today.someTime(deal.dice));
        change.operation = Operation.CREATE;
        change.leadSource = "referral";
        change.routeToMarket = "direct";
        journal.note(change);
        return deal;
    }

    /** A day of it. */
    public void live(Today today) {
        int ahead = ahead(today);
        for (int next = 0; next < MOVES_ON.length; next++) {
            if (MOVES_ON[next] == ahead) {
                enter(next + 1, today);
            }
        }
        talk(today, ahead);
        if (ahead == 0) {
            push(today);
        } else if (ahead == -LOST_AFTER) {
            new Moves(journal).lose(deal, today.at(15 * 60, 0));
        }
    }

    private void enter(int stage, Today today) {
        OpportunityChange change = Entries.change(deal, today.someTime(deal.dice));
        deal.enter(stage, today.day());
        change.stage = SalesProcess.at(stage).label;
        deal.amount = stage < 3 ? deal.amount : PRICE;
        change.amount = deal.amount;
        if (SalesProcess.at(stage) == SalesProcess.NEGOTIATION) {
            deal.category = ForecastCategory.COMMIT;
            change.forecastCategory = deal.category;
        }
        journal.note(change);
    }

    private void talk(Today today, int ahead) {
        if (ahead >= LAST_WORD) {
            if (ahead % 2 == 1) {
                say(today, Kind.EMAIL, Direction.OUTBOUND, "follow-up");
            }
            if (ahead % 3 == 1) {
                say(today, Kind.EMAIL, Direction.INBOUND, "reply");
            }
            if (ahead % 9 == 4) {
                say(today, Kind.MEETING, Direction.INBOUND, "steering meeting");
            }
        } else if (ahead % 4 == 2) {
            say(today, Kind.NOTE, Direction.INTERNAL, null);
        }
    }

    private void say(Today today, Kind kind, Direction direction, String subject) {
        long at = today.someTime(deal.dice);
        Entries.activity(journal, deal, at, kind, direction, subject);
    }

    private void push(Today today) {
        OpportunityChange change = Entries.change(deal, today.at(PUSH_MINUTE, 0));
        deal.closeDay = today.quarter().endDay() - 1 + PUSHED_BY;
        change.closeDate = deal.closeDay;
        change.nextStep = "buyer's board moved the decision to its next meeting";
        journal.note(change);
    }
}
