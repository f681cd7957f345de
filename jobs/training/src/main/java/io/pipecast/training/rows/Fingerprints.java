package io.pipecast.training.rows;

import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.Fact;
import java.util.Map;
import java.util.TreeMap;

/**
 * A hash of a set of facts for every day it may be cut at: per day the sum of the facts' hashes, so
 * order does not matter.
 */
final class Fingerprints {
    private final TreeMap<Integer, Long> byDay = new TreeMap<>();

    void add(int day, String opportunityId, Fact fact) {
        long hash = DealEvent.hash(opportunityId);
        hash = mix(hash, fact.time);
        hash = mix(hash, fact.orderKey);
        hash = mix(hash, fact.field.code);
        hash = mix(hash, fact.number);
        hash = mix(hash, fact.text == null ? 0 : DealEvent.hash(fact.text));
        byDay.merge(day, mix(hash, fact.eventHash), Long::sum);
    }

    /** Hash of the facts of the days before {@code day}. */
    long before(int day) {
        long sum = 0;
        for (Map.Entry<Integer, Long> entry : byDay.headMap(day).entrySet()) {
            sum += mix(entry.getKey(), entry.getValue());
        }
        return sum;
    }

    /** A step of splitmix64. */
    static long mix(long hash, long value) {
        long z = hash * 0x9e3779b97f4a7c15L + value;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
