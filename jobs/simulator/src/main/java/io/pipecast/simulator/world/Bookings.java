package io.pipecast.simulator.world;

import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.deal.Deal;
import java.util.Arrays;

/** What every desk has won in the running quarter, US cents at the rates of the day. */
final class Bookings {
    private final long[] perDesk;
    private final Rates rates;
    private double total;

    Bookings(int desks, Rates rates) {
        this.perDesk = new long[desks];
        this.rates = rates;
    }

    void book(Deal deal) {
        long dollars = Math.round(deal.enteredAmount() * rates.of(deal.currency()));
        perDesk[deal.desk()] += dollars;
        total += dollars;
    }

    long onDesk(int desk) {
        return perDesk[desk];
    }

    /** What all desks have won since the last call of this method. */
    double takeTotal() {
        double taken = total;
        total = 0;
        return taken;
    }

    void startQuarter() {
        Arrays.fill(perDesk, 0);
    }
}
