package io.pipecast.domain.alert.quality;

import io.pipecast.domain.alert.quality.DealDays.Deal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often something bad happens within 30 days anyway: the share of open deal-days on which no
 * told alert was alive, by stage, segment and day of period. Where such days are few, the week of
 * the period counts, then stage and segment alone.
 */
final class BaseRate {
    private static final int LEAST_DAYS = 50;
    private static final int WEEK = 7;

    private final DealDays days;
    private final Map<Long, int[]> cells = new HashMap<>();

    BaseRate(DealDays days, long from, long to, Map<String, List<Told>> alerts) {
        this.days = days;
        int first = days.days().dayOf(from) + 1;
        int last = days.days().dayOf(to);
        days.deals()
                .forEach(
                        (id, deal) -> count(deal, alerts.getOrDefault(id, List.of()), first, last));
    }

    private void count(Deal deal, List<Told> alerts, int first, int last) {
        int end = Math.min(last, deal.firstDay() + deal.stages().length);
        for (int day = Math.max(first, deal.firstDay()); day < end; day++) {
            byte stage = deal.stage(day);
            long at = days.days().startOf(day);
            if (stage != DealDays.CLOSED
                    && alerts.stream().noneMatch(t -> t.at() <= at && at < t.until())) {
                boolean bad = deal.bad(at, at + AlertJudge.BAD_MILLIS);
                for (int fineness = 0; fineness < 3; fineness++) {
                    int[] cell =
                            cells.computeIfAbsent(
                                    key(stage, deal.segment(), day, fineness), k -> new int[2]);
                    cell[0]++;
                    cell[1] += bad ? 1 : 0;
                }
            }
        }
    }

    private long key(int stage, int segment, int day, int fineness) {
        int position = days.dayOfPeriod(day);
        int part = fineness == 0 ? position : fineness == 1 ? position / WEEK : 0;
        return ((stage * 10L + segment) * 1000 + part) * 3 + fineness;
    }

    /** The share for a deal that is alerted on a day. */
    double of(Deal deal, int day) {
        byte stage = deal.stage(day);
        for (int fineness = 0; fineness < 3; fineness++) {
            int[] cell = cells.get(key(stage, deal.segment(), day, fineness));
            if (cell != null && (cell[0] >= LEAST_DAYS || fineness == 2)) {
                return (double) cell[1] / cell[0];
            }
        }
        return 0;
    }
}
