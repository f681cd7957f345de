package io.pipecast.simulator.delivery;

import io.pipecast.simulator.record.TimedRecord;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/**
 * What arrives, in the order it arrives: the world's days after every disturbance. Endless; holds
 * one day and whatever is delayed.
 */
public final class Delivery implements Iterator<TimedRecord> {
    private final Supplier<List<TimedRecord>> days;
    private final ToLongFunction<TimedRecord> midnightAfter;
    private final List<? extends Disturbance> disturbances;
    private final PriorityQueue<Parcel> delayed =
            new PriorityQueue<>(
                    Comparator.comparingLong((Parcel p) -> p.record.at())
                            .thenComparingLong(p -> p.number));
    private final ArrayDeque<TimedRecord> ready = new ArrayDeque<>();
    private long parcels;

    private record Parcel(long number, TimedRecord record) {}

    /**
     * A delivery.
     *
     * @param days the records of one day after the other, never empty
     * @param midnightAfter first instant that no record of the same day reaches
     * @param disturbances applied one after the other
     */
    public Delivery(
            Supplier<List<TimedRecord>> days,
            ToLongFunction<TimedRecord> midnightAfter,
            List<? extends Disturbance> disturbances) {
        this.days = days;
        this.midnightAfter = midnightAfter;
        this.disturbances = disturbances;
    }

    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public TimedRecord next() {
        refill();
        return ready.poll();
    }

    /** What {@link #next} will answer. */
    public TimedRecord peek() {
        refill();
        return ready.peek();
    }

    private void refill() {
        while (ready.isEmpty()) {
            List<TimedRecord> day = days.get();
            if (disturbances.isEmpty()) {
                ready.addAll(day);
                return;
            }
            for (TimedRecord sent : day) {
                pass(sent, 0);
            }
            long end = midnightAfter.applyAsLong(day.get(day.size() - 1));
            while (!delayed.isEmpty() && delayed.peek().record.at() < end) {
                ready.add(delayed.poll().record);
            }
        }
    }

    private void pass(TimedRecord record, int next) {
        if (next == disturbances.size()) {
            delayed.add(new Parcel(parcels++, record));
        } else {
            disturbances.get(next).pass(record, passed -> pass(passed, next + 1));
        }
    }
}
