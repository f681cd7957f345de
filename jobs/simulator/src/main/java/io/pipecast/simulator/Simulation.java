package io.pipecast.simulator;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.simulator.company.Region;
import io.pipecast.simulator.deal.Interest;
import io.pipecast.simulator.deal.Nature;
import io.pipecast.simulator.deal.Network;
import io.pipecast.simulator.deal.StageClock;
import io.pipecast.simulator.deal.StoryDeal;
import io.pipecast.simulator.delivery.Delivery;
import io.pipecast.simulator.delivery.Disturbance;
import io.pipecast.simulator.delivery.Mess;
import io.pipecast.simulator.delivery.Outage;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.simulator.truth.Witness;
import io.pipecast.simulator.world.World;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A company that sells, as its systems report it: records in the order they are sent, without end.
 * The world is generated as it is read, a day at a time. Not thread-safe.
 */
public final class Simulation implements Iterator<TimedRecord> {
    /** Working days after the log on which the story's feed falls silent and comes back. */
    private static final int FEED_STOPS = 3;

    private static final int FEED_RETURNS = 4;
    private static final Region QUIET_REGION = Region.DACH;

    private final SimulationPlan plan;
    private final Delivery delivery;

    private Simulation(SimulationPlan plan, Witness witness) {
        this.plan = plan;
        SalesCalendar calendar = plan.calendar();
        int today = (int) plan.today().toEpochDay();
        StoryDeal.Plot plot = plan.story() ? new StoryDeal.Plot(today) : null;
        World world =
                new World(
                        plan.seed(),
                        plan.reps(),
                        (int) plan.start().toEpochDay(),
                        calendar,
                        nature(plan),
                        plot,
                        witness);
        this.delivery =
                new Delivery(
                        world::nextDay,
                        last -> calendar.days().midnightAfter(last.at()),
                        disturbances(plan, calendar, today));
    }

    private static Nature nature(SimulationPlan plan) {
        return switch (plan.world()) {
            case COMPANY -> new Interest();
            case HAZARD -> new StageClock(StageClock.NEVER);
            case NETWORK -> new Network(plan.seed());
            case REGIME -> new StageClock(plan.changeDay());
        };
    }

    private static List<Disturbance> disturbances(
            SimulationPlan plan, SalesCalendar calendar, int today) {
        List<Disturbance> disturbances = new ArrayList<>();
        if (plan.story()) {
            long stops = workingHour(calendar, today, FEED_STOPS, 10);
            long returns = workingHour(calendar, today, FEED_RETURNS, 15);
            disturbances.add(new Outage(QUIET_REGION.source, stops, returns));
        }
        if (plan.mess()) {
            disturbances.add(new Mess(plan.seed()));
        }
        return disturbances;
    }

    private static long workingHour(SalesCalendar calendar, int today, int ahead, int hour) {
        int day = calendar.business().plus(today, ahead + 1) - 1;
        return calendar.days().startOf(day) + hour * 3_600_000L;
    }

    /** The simulation of a plan. */
    public static Simulation of(SimulationPlan plan) {
        return new Simulation(plan, Witness.NONE);
    }

    /** The simulation of a plan, with somebody who is told the truth. */
    public static Simulation of(SimulationPlan plan, Witness witness) {
        return new Simulation(plan, witness);
    }

    /** What is simulated. */
    public SimulationPlan plan() {
        return plan;
    }

    /** Always true: companies go on. */
    @Override
    public boolean hasNext() {
        return true;
    }

    /** The next record; its {@code at} is never before that of the record before it. */
    @Override
    public TimedRecord next() {
        return delivery.next();
    }

    /** What {@link #next} will answer. */
    public TimedRecord peek() {
        return delivery.peek();
    }

    /** The settings under which Pipecast reads this company, as the text of a pipecast.yaml. */
    public String config() {
        return ConfigText.of(plan);
    }
}
