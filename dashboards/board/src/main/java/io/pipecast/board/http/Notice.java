package io.pipecast.board.http;

import io.pipecast.board.access.Seen;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/**
 * What has changed since the last notice; pages fetch what they show again.
 *
 * @param cut newest complete cut, or 0 when there is no new one
 * @param deals ids of changed deals, at most {@link #LIMIT}
 * @param alerts ids of changed alerts, at most {@link #LIMIT}
 * @param feeds whether a feed stated its progress
 */
record Notice(long cut, Set<String> deals, Set<String> alerts, boolean feeds) {
    /** Ids beyond this many are left out: a page that shows that many reloads its list anyway. */
    static final int LIMIT = 200;

    private static final Collector<String, ?, Set<String>> LINKED =
            Collectors.toCollection(LinkedHashSet::new);

    static final Notice NOTHING = new Notice(0, Set.of(), Set.of(), false);

    boolean isEmpty() {
        return cut == 0 && deals.isEmpty() && alerts.isEmpty() && !feeds;
    }

    Notice and(Notice later) {
        return new Notice(
                Math.max(cut, later.cut),
                union(deals, later.deals),
                union(alerts, later.alerts),
                feeds || later.feeds);
    }

    /** What of it somebody may hear. */
    Notice towards(Seen seen) {
        return new Notice(
                cut,
                deals.stream().filter(id -> seen.deal(id) != null).collect(LINKED),
                alerts.stream().filter(id -> seen.alert(id) != null).collect(LINKED),
                feeds);
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        if (more.isEmpty() || some.size() >= LIMIT) {
            return some;
        }
        Set<String> all = new LinkedHashSet<>(some);
        more.stream().limit(LIMIT - some.size()).forEach(all::add);
        return all;
    }

    static Notice ofCut(long number) {
        return new Notice(number, Set.of(), Set.of(), false);
    }

    static Notice ofDeal(String id) {
        return new Notice(0, Set.of(id), Set.of(), false);
    }

    static Notice ofAlert(String id) {
        return new Notice(0, Set.of(), Set.of(id), false);
    }

    static Notice ofFeed() {
        return new Notice(0, Set.of(), Set.of(), true);
    }
}
