package io.pipecast.training.fit;

import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.DealHistory;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.closing.AlertLimits;
import io.pipecast.model.closing.AlertLimits.Limit;
import io.pipecast.training.rows.DealLog;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Learns from deals that went on to win how much is too much: of each rule the quantile of what
 * they measured at most, by stage and segment, and pooled over what has too few of them. Only wins
 * known at an instant count.
 */
final class AlertLimitsFit {
    /** Won deals below which a cell has no limit of its own. */
    private static final int LEAST_DEALS = 30;

    private static final int SEGMENTS = DealType.values().length;

    private final PipelineSettings settings;
    private final SalesCalendar calendar;
    private final int stages;
    private final Map<Cell, List<Double>> measured = new TreeMap<>();
    private final List<List<Double>> amounts = new ArrayList<>();

    /** What a measure is of. */
    private record Cell(AlertRule rule, int stage, int segment) implements Comparable<Cell> {
        @Override
        public int compareTo(Cell o) {
            int c = rule.compareTo(o.rule);
            c = c == 0 ? Integer.compare(stage, o.stage) : c;
            return c == 0 ? Integer.compare(segment, o.segment) : c;
        }
    }

    AlertLimitsFit(PipelineSettings settings) {
        this.settings = settings;
        this.calendar = settings.calendar();
        this.stages = settings.stages().size();
        for (int i = 0; i <= SEGMENTS; i++) {
            amounts.add(new ArrayList<>());
        }
    }

    /**
     * Limits as they could have been learned at an instant.
     *
     * @param until epoch milliseconds; later facts count as not known
     */
    AlertLimits fit(DealLog log, long until) {
        for (DealHistory history : log.deals().values()) {
            if (history.fact(0).time < until && isWon(history, until)) {
                walk(history, until);
            }
        }
        List<Limit> limits = new ArrayList<>();
        measured.forEach(
                (cell, values) -> {
                    if (values.size() >= LEAST_DEALS) {
                        limits.add(limit(cell, values));
                    }
                });
        return new AlertLimits(
                limits, amounts.stream().mapToDouble(AlertLimitsFit::median).toArray());
    }

    private boolean isWon(DealHistory history, long until) {
        return history.viewAt(until - 1, settings.stages()).isWon();
    }

    private Limit limit(Cell cell, List<Double> values) {
        double[] ascending = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double limit = ClosingFit.quantile(ascending, settings.alerts().quantile());
        return new Limit(cell.rule, cell.stage, cell.segment, Math.max(1, limit), ascending.length);
    }

    private static double median(List<Double> values) {
        double[] ascending = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return ascending.length < LEAST_DEALS ? Double.NaN : ClosingFit.quantile(ascending, 0.5);
    }

    /** Goes through a won deal's facts up to its win. */
    private void walk(DealHistory history, long until) {
        WonDeal deal = new WonDeal(calendar, stages);
        for (long at = history.fact(0).time; at < until; at = history.nextAfter(at)) {
            DealView view = history.viewAt(at, settings.stages());
            deal.fact(view, at);
            if (view.outcome == Outcome.WON) {
                take(deal, view);
                return;
            }
        }
    }

    private void take(WonDeal deal, DealView won) {
        int segment = AlertLimits.segment(won.dealType);
        for (int stage = 0; stage < stages; stage++) {
            add(AlertRule.STALLED_IN_STAGE, stage, segment, deal.longestStay[stage]);
            add(AlertRule.GONE_QUIET, stage, segment, deal.longestSilence[stage]);
        }
        add(AlertRule.PUSHED_REPEATEDLY, AlertLimits.ALL, segment, won.pushesByHand + 1.0);
        if (won.amount > 0 && settings.currency().equals(currency(won))) {
            amounts.get(0).add((double) won.amount);
            amounts.get(1 + segment).add((double) won.amount);
        }
    }

    private String currency(DealView deal) {
        return deal.currency == null ? settings.currency() : deal.currency;
    }

    private void add(AlertRule rule, int stage, int segment, double value) {
        if (value < 0) {
            return;
        }
        for (int s : new int[] {stage, AlertLimits.ALL}) {
            for (int g : new int[] {segment, AlertLimits.ALL}) {
                measured.computeIfAbsent(new Cell(rule, s, g), c -> new ArrayList<>()).add(value);
            }
            if (stage == AlertLimits.ALL) {
                return;
            }
        }
    }

    /** The longest stays and silences of a deal that was won, business days; −1 for none. */
    private static final class WonDeal {
        private final SalesCalendar calendar;
        private final double[] longestStay;
        private final double[] longestSilence;
        private boolean open;
        private int stage = -1;
        private long enteredAt;
        private long quietSince = DealView.UNKNOWN;

        WonDeal(SalesCalendar calendar, int stages) {
            this.calendar = calendar;
            this.longestStay = filled(stages);
            this.longestSilence = filled(stages);
        }

        private static double[] filled(int stages) {
            double[] values = new double[stages];
            Arrays.fill(values, -1);
            return values;
        }

        void fact(DealView view, long at) {
            boolean left = open && (view.stage != stage || !view.isOpen());
            if (left && stage >= 0 && enteredAt != DealView.UNKNOWN) {
                longest(longestStay, enteredAt, at);
            }
            long heard = Math.max(view.openedAt, view.lastBuyerAt);
            if (open
                    && stage >= 0
                    && quietSince != DealView.UNKNOWN
                    && (left || heard > quietSince)) {
                longest(longestSilence, quietSince, at);
            }
            open = view.isOpen();
            stage = view.stage;
            enteredAt = view.stageEnteredAt;
            quietSince = heard;
        }

        private void longest(double[] of, long from, long to) {
            of[stage] = Math.max(of[stage], calendar.businessDays(from, to));
        }
    }
}
