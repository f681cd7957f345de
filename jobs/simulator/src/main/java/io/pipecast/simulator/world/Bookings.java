package io.pipecast.simulator.world;

import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.deal.Deal;
import java.util.Arrays;

/** What every desk has won in the running quarter, US cents at the rates of the day. */
final class Bookings {
    private final long[] perDesk;
    private final Rates rates;

    Bookings(int desks, Rates rates) {
        this.perDesk = new long[desks];
        this.rates = rates;
    }

    void book(Deal deal) {
        perDesk[deal.desk()] += Math.round(deal.enteredAmount() * rates.of(deal.currency()));
    }

    long onDesk(int desk) {
        return perDesk[desk];
    }

    void startQuarter() {
        Arrays.fill(perDesk, 0);
    }
}
