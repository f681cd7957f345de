package io.pipecast.connect.reconcile;

import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.money.MinorUnits;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** Count and sum of deals on both sides, by outcome, stage and currency. */
public final class Totals {
    private final Map<Key, Line> lines = new TreeMap<>();

    /** What a line is about; stage is empty where a side states none. */
    public record Key(Outcome outcome, String stage, String currency) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::outcome)
                        .thenComparing(Key::stage)
                        .thenComparing(Key::currency);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Deals and minor units on either side. */
    public static final class Line {
        private long crmDeals;
        private long crmSum;
        private long deals;
        private long sum;

        /** Deals in the CRM. */
        public long crmDeals() {
            return crmDeals;
        }

        /** Minor units in the CRM. */
        public long crmSum() {
            return crmSum;
        }

        /** Deals in Pipecast. */
        public long deals() {
            return deals;
        }

        /** Minor units in Pipecast. */
        public long sum() {
            return sum;
        }
    }

    void addCrm(DealState state) {
        Line line = line(state);
        line.crmDeals++;
        line.crmSum = Math.addExact(line.crmSum, state.amount() == null ? 0 : state.amount());
    }

    void add(DealState state) {
        Line line = line(state);
        line.deals++;
        line.sum = Math.addExact(line.sum, state.amount() == null ? 0 : state.amount());
    }

    private Line line(DealState state) {
        String stage = state.stage() == null ? "" : state.stage();
        return lines.computeIfAbsent(
                new Key(state.outcome(), stage, state.currency()), key -> new Line());
    }

    /** The lines in their order. */
    public Map<Key, Line> lines() {
        return Collections.unmodifiableMap(lines);
    }

    /** Minor units in decimal major units. */
    static String money(long minor, String currency) {
        return BigDecimal.valueOf(minor, MinorUnits.exponent(currency)).toPlainString();
    }
}
