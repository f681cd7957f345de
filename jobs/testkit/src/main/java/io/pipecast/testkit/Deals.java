package io.pipecast.testkit;

import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.deal.Lifecycle;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.StageTable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Random but plausible deals: created, walked through the stages, called about, pushed, repriced,
 * handed over, won or lost, now and then reopened. Equal seeds give equal deals.
 */
public final class Deals {
    private static final long HOUR = 3_600_000;
    private static final long DAY = 24 * HOUR;

    private final Random random;
    private final StageTable stages;
    private final long from;
    private final long to;
    private final List<DealEvent> events = new ArrayList<>();
    private int closeDay;

    private Deals(Random random, StageTable stages, long from, long to) {
        this.random = random;
        this.stages = stages;
        this.from = from;
        this.to = to;
    }

    /**
     * Events of some deals with ids D0, D1, …, in the order of time.
     *
     * @param from first possible creation, epoch milliseconds
     * @param to end of the log, epoch milliseconds; deals still going on then stay open
     */
    public static List<DealEvent> events(
            Random random, StageTable stages, int deals, long from, long to) {
        Deals log = new Deals(random, stages, from, to);
        for (int i = 0; i < deals; i++) {
            log.live("D" + i);
        }
        log.events.sort(Comparator.comparingLong(DealEvent::time));
        return log.events;
    }

    /**
     * The events as a disorderly feed delivers them: each late by up to {@code disorder}
     * milliseconds, and a share of them twice.
     */
    public static List<DealEvent> disordered(
            List<DealEvent> events, Random random, long disorder, double repeated) {
        record Arrival(long at, DealEvent event) {}
        List<Arrival> arrivals = new ArrayList<>();
        for (DealEvent event : events) {
            for (int i = random.nextDouble() < repeated ? 2 : 1; i > 0; i--) {
                arrivals.add(new Arrival(event.time() + random.nextLong(disorder + 1), event));
            }
        }
        arrivals.sort(Comparator.comparingLong(Arrival::at));
        return arrivals.stream().map(Arrival::event).toList();
    }

    private void live(String id) {
        long time = from + random.nextLong(Math.max(1, to - from));
        int stage = 0;
        create(id, time, stage);
        while (true) {
            time += HOUR + (long) (-Math.log(1 - random.nextDouble()) * 5 * DAY);
            if (time >= to) {
                return;
            }
            int next = random.nextInt(10) < 4 ? move(stage) : stage;
            if (next == stage) {
                touch(id, time);
                continue;
            }
            event(id, time, fact(DealField.STAGE, stages.get(next).name()));
            stage = next;
            if (stages.get(stage).outcome() != Outcome.OPEN && random.nextInt(20) > 0) {
                return;
            }
        }
    }

    private void create(String id, long time, int stage) {
        closeDay = (int) (time / DAY) + 20 + random.nextInt(100);
        event(
                id,
                time,
                fact(DealField.LIFECYCLE, Lifecycle.CREATED.ordinal()),
                fact(DealField.STAGE, stages.get(stage).name()),
                fact(DealField.OWNER, "u" + random.nextInt(6)),
                fact(DealField.CURRENCY, "EUR"),
                fact(DealField.AMOUNT, 100_000L + random.nextInt(5_000_000)),
                fact(DealField.CLOSE_DATE, closeDay));
    }

    /** Forward mostly, back at times, to an end at others. */
    private int move(int stage) {
        int way = random.nextInt(10);
        int next = way < 6 ? stage + 1 : way < 7 ? stage - 1 : random.nextInt(stages.size());
        return Math.min(stages.size() - 1, Math.max(0, next));
    }

    private void touch(String id, long time) {
        switch (random.nextInt(8)) {
            case 0 ->
                    event(
                            id,
                            time,
                            fact(DealField.CLOSE_DATE, closeDay += random.nextInt(60) - 10));
            case 1 -> event(id, time, fact(DealField.AMOUNT, 100_000L + random.nextInt(5_000_000)));
            case 2 -> event(id, time, fact(DealField.OWNER, "u" + random.nextInt(6)));
            case 3 -> event(id, time, fact(DealField.MEETING, time + random.nextInt(20) * DAY));
            default -> event(id, time, fact(DealField.ACTIVITY, activity()));
        }
    }

    private long activity() {
        ActivityCode.Kind[] kinds = ActivityCode.Kind.values();
        ActivityCode.Direction[] directions = ActivityCode.Direction.values();
        return ActivityCode.pack(
                kinds[random.nextInt(kinds.length)],
                directions[random.nextInt(directions.length)],
                random.nextInt(5) == 0
                        ? ActivityCode.Status.SCHEDULED
                        : ActivityCode.Status.COMPLETED);
    }

    private record Value(DealField field, long number, String text) {}

    private static Value fact(DealField field, long number) {
        return new Value(field, number, null);
    }

    private static Value fact(DealField field, String text) {
        return new Value(field, Fact.NO_NUMBER, text);
    }

    private void event(String id, long time, Value... values) {
        int order = events.size();
        long hash = DealEvent.hash(id + "/" + order);
        Fact[] facts = new Fact[values.length];
        for (int i = 0; i < values.length; i++) {
            Value v = values[i];
            facts[i] = new Fact(time, time, order, hash, v.field, v.number, v.text);
        }
        events.add(new DealEvent(id, "crm", facts));
    }
}
