package io.pipecast.simulator.world;

import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Company;
import io.pipecast.simulator.company.Quotas;
import io.pipecast.simulator.company.Rates;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.deal.Births;
import io.pipecast.simulator.deal.Deal;
import io.pipecast.simulator.deal.DealLife;
import io.pipecast.simulator.deal.Nature;
import io.pipecast.simulator.deal.Oracle;
import io.pipecast.simulator.deal.StoryDeal;
import io.pipecast.simulator.deal.Today;
import io.pipecast.simulator.record.Journal;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.truth.DealTruth;
import io.pipecast.simulator.truth.LandingTruth;
import io.pipecast.simulator.truth.Odds;
import io.pipecast.simulator.truth.Witness;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The company day by day, from months before the log begins: on its first day the log states the
 * deals that are open then, as the first import of a CRM would.
 */
public final class World {
    private static final int DAYS_BEFORE = 400;
    private static final int DAYS_JUDGED = 273;
    private static final double QUARTERS_JUDGED = 3;
    private static final double BIRTHS_PER_DESK = 0.36;
    private static final double REOPENS = 0.035;

    /** Epoch day 0 was a Thursday. */
    private static final int MONDAY = 3;

    private final long seed;
    private final SalesCalendar calendar;
    private final int startDay;
    private final Company company;
    private final Rates rates;
    private final Journal journal = new Journal();
    private final Pipeline pipeline;
    private final Bookings bookings;
    private final Ledger ledger;
    private final Nature nature;
    private final DealLife life;
    private final Births births;
    private final Quotas quotas;
    private final Statements statements;
    private final Turnover turnover;
    private final Sweeps sweeps;
    private final Calls calls;
    private final Dice dice;
    private final PriorityQueue<Return> returns =
            new PriorityQueue<>(
                    Comparator.comparingInt(Return::day).thenComparing(r -> r.deal().id()));
    private final StoryDeal story;
    private final Witness witness;
    private int day;
    private int week;
    private int month;
    private int quarter;

    private record Return(int day, Deal deal) {}

    /**
     * A world.
     *
     * @param seed decides everything
     * @param reps number of reps, at least 1
     * @param startDay epoch day on which the log begins
     * @param calendar quarters and working days
     * @param nature what decides the fate of deals
     * @param story a deal whose course is written, or null
     * @param witness told the truth from the day the log begins
     */
    public World(
            long seed,
            int reps,
            int startDay,
            SalesCalendar calendar,
            Nature nature,
            StoryDeal.Plot story,
            Witness witness) {
        this.seed = seed;
        this.calendar = calendar;
        this.startDay = startDay;
        this.witness = witness;
        this.company = new Company(seed, reps);
        this.rates = new Rates(seed);
        this.pipeline = new Pipeline(reps);
        this.bookings = new Bookings(reps, rates);
        this.ledger = new Ledger(company, rates);
        this.nature = nature;
        this.life = new DealLife(journal, nature);
        this.births = new Births(seed, company, rates, calendar.fiscal().at(startDay));
        this.quotas = new Quotas(company, calendar.fiscal().at(startDay));
        this.statements = new Statements(company, quotas, rates, calendar.fiscal(), journal);
        int protectedDesk = story == null ? -1 : StoryDeal.DESK;
        this.turnover = new Turnover(seed, company, pipeline, statements, life, protectedDesk);
        this.sweeps = new Sweeps(seed, company, pipeline, life, protectedDesk);
        this.calls = new Calls(seed, company, pipeline, bookings, rates, journal);
        this.dice = Dice.of(seed, Dice.Stream.BIRTHS, 0);
        this.story = story == null ? null : new StoryDeal(seed, company, journal, story);
        this.day = startDay - DAYS_BEFORE;
    }

    /**
     * Lives until something has been written down.
     *
     * @return the records of one day, in time order, numbered; never empty
     */
    public List<TimedRecord> nextDay() {
        List<TimedRecord> records;
        do {
            if (day == startDay - DAYS_JUDGED) {
                bookings.takeTotal();
            }
            if (day == startDay) {
                begin();
            }
            if (journal.isOpen()) {
                witness.morning(day, new Present());
            }
            if (calendar.business().isWorking(day)) {
                live(Today.of(calendar, day));
            }
            day++;
            records = journal.takeDay();
        } while (records.isEmpty());
        return records;
    }

    /** Epoch day that will be lived next. */
    public int day() {
        return day;
    }

    private final class Present implements Witness.OpenDeals {
        @Override
        public List<DealTruth> truths() {
            return pipeline.deals().stream().map(Deal::truth).toList();
        }

        @Override
        public List<Odds> odds(int samples) {
            return odds(samples, Integer.MAX_VALUE);
        }

        @Override
        public List<Odds> odds(int samples, int until) {
            Oracle oracle = new Oracle(seed, calendar, day, nature);
            return pipeline.deals().stream()
                    .filter(deal -> story == null || !story.is(deal))
                    .map(deal -> oracle.odds(deal, samples, until))
                    .toList();
        }
    }

    private void begin() {
        journal.open();
        quotas.plan(bookings.takeTotal() / QUARTERS_JUDGED);
        long at = calendar.days().startOf(startDay);
        statements.everything(at, calendar.fiscal().at(startDay));
        pipeline.deals().forEach(deal -> life.state(deal, at));
        // the import states open deals only: one lost before it cannot come back to a CRM that
        // never heard of it
        returns.clear();
    }

    private void live(Today today) {
        turnPages(today);
        nature.dawn(today);
        if (journal.isOpen()) {
            turnover.live(today);
        }
        sweeps.live(today);
        for (Deal deal : pipeline.deals()) {
            if (deal.state() == Deal.State.OPEN) {
                live(deal, today);
            }
        }
        comeBack(today);
        bear(today);
        pipeline.settle(deal -> end(deal, today));
        if (Math.floorDiv(today.day() + MONDAY, 7) != week) {
            week = Math.floorDiv(today.day() + MONDAY, 7);
            calls.submit(today);
        }
    }

    private void turnPages(Today today) {
        long early = today.at(6 * 60, 0);
        int monthNow = LocalDate.ofEpochDay(today.day()).getMonthValue();
        if (monthNow != month) {
            month = monthNow;
            rates.drift();
            statements.rates(early);
        }
        if (today.quarter().index() != quarter) {
            boolean first = quarter == 0 || today.quarter().contains(startDay);
            closeBooks(calendar.fiscal().get(today.quarter().index() - 1));
            quarter = today.quarter().index();
            bookings.startQuarter();
            if (!first) {
                statements.planAhead(today.quarter(), early);
            }
        }
    }

    /** The quarter in which the log begins is told of only when the log has all of it. */
    private void closeBooks(Period ended) {
        List<LandingTruth> landings = ledger.close(ended);
        if (journal.isOpen() && ended.startDay() >= startDay) {
            witness.landed(landings);
        }
    }

    private void live(Deal deal, Today today) {
        if (story != null && story.is(deal)) {
            story.live(today);
        } else {
            life.live(deal, today);
        }
    }

    private void end(Deal deal, Today today) {
        if (deal.state() == Deal.State.WON) {
            bookings.book(deal);
            ledger.book(deal);
        }
        if (deal.state() == Deal.State.LOST && dice.chance(REOPENS)) {
            returns.add(new Return(today.plus(dice.whole(10, 50)), deal));
        } else if (journal.isOpen()) {
            witness.ended(deal.truth());
        }
    }

    private void comeBack(Today today) {
        while (!returns.isEmpty() && returns.peek().day() <= today.day()) {
            Deal deal = returns.poll().deal();
            Rep rep = company.reps().get(deal.desk());
            life.reopen(deal, rep, today);
            pipeline.add(deal);
        }
    }

    private void bear(Today today) {
        for (int desk = 0; desk < company.reps().size(); desk++) {
            if (turnover.vacant(desk)) {
                continue;
            }
            double missing = company.reps().get(desk).portfolio() - pipeline.onDesk(desk);
            double hunger = Math.min(2.5, Math.max(0.3, 1 + missing / 8));
            for (int i = dice.count(BIRTHS_PER_DESK * hunger * nature.demand()); i > 0; i--) {
                Deal deal = births.next(desk, today);
                life.create(deal, today);
                pipeline.add(deal);
            }
        }
        if (story != null && story.begins(today)) {
            pipeline.add(story.create(today));
        }
    }
}
