package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;
import java.util.Arrays;

/**
 * What the model says of a deal at midnights: the alerts of every {@link ChanceRule}, and how
 * likely the deal is to end badly.
 */
final class ModelAlerts {
    private static final long DAY_MILLIS = 86_400_000L;

    /** Percent of risk by which who is told first may change, and below which it does not. */
    private static final int RISK_STEP = 10;

    private static final int RISK_THAT_MATTERS = 50;

    private final OpenAlerts open;
    private final RecentOdds recent;
    private int toldRisk;

    ModelAlerts(OpenAlerts open, long[] memory) {
        this.open = open;
        boolean any = memory.length > 0;
        this.recent = any ? new RecentOdds(memory) : new RecentOdds();
        this.toldRisk = any ? (int) memory[memory.length - 1] : -1;
    }

    long[] memory() {
        long[] odds = recent.state();
        long[] memory = Arrays.copyOf(odds, odds.length + 1);
        memory[odds.length] = toldRisk;
        return memory;
    }

    /** Whether an alert of the model's is alive. */
    boolean isSpeaking() {
        for (int i = 0; i < OpenAlerts.RULES.size(); i++) {
            if (open.get(i) != null && OpenAlerts.RULES.get(i) instanceof ChanceRule) {
                return true;
            }
        }
        return false;
    }

    /** Takes note of the risk that statements told. */
    void told(Statements statements) {
        toldRisk = Double.isNaN(statements.risk()) ? toldRisk : percent(statements.risk());
    }

    private static int percent(double risk) {
        return (int) Math.round(100 * risk);
    }

    /** States what changes by what the model says; a model in force since today is news itself. */
    void judge(Odds odds, Moment now) {
        long before = now.statements().version();
        for (int i = 0; i < OpenAlerts.RULES.size(); i++) {
            if (OpenAlerts.RULES.get(i) instanceof ChanceRule rule) {
                judge(i, rule, odds, now);
            }
        }
        recent.add(now.context().settings().calendar().days().dayOf(now.at()), odds);
        if (now.statements().version() == before) {
            tellRisk(now);
        }
    }

    private void judge(int i, ChanceRule rule, Odds odds, Moment now) {
        OpenAlert alive = open.get(i);
        boolean fresh = now.context().since() > now.at() - DAY_MILLIS;
        int percent = speaks(rule, alive, now) ? percent(rule, odds, now) : -1;
        int limit = rule.limit(now.deal(), now.context());
        int severity = percent < 0 ? 0 : ChanceRule.severity(percent, limit, alive != null);
        if (severity == 0 && alive != null) {
            Alert.Resolution lapse =
                    fresh ? Alert.Resolution.RULE_CHANGED : Alert.Resolution.PROGRESS;
            open.end(i, now.at(), RuleClock.resolution(now.deal(), lapse), now.statements());
        } else if (severity > 0 && (alive == null || alive.severity() != severity)) {
            boolean backlog = fresh || now.statements().isFirstLook(now.at());
            open.hold(i, severity, percent, now.at(), backlog, now);
        }
    }

    private int percent(ChanceRule rule, Odds odds, Moment now) {
        return rule.percent(now.deal(), now.at(), odds, recent, now.context());
    }

    private static boolean speaks(ChanceRule rule, OpenAlert alive, Moment now) {
        return now.deal().isOpen()
                && now.context().applies(rule.rule(), now.deal())
                && RuleClock.speaks(
                        rule,
                        alive == null ? now.at() : alive.raisedAt(),
                        now.deal(),
                        now.context());
    }

    /** Tells the risk anew where it has changed enough to change who is told first. */
    private void tellRisk(Moment now) {
        int first = open.first();
        int day = now.context().settings().calendar().days().dayOf(now.at());
        if (first < 0
                || !now.deal().isOpen()
                || !now.context().settings().calendar().business().isWorking(day)) {
            return;
        }
        double risk = now.context().outlook().risk(now.deal(), now.at());
        if (!Double.isNaN(risk)
                && percent(risk) / RISK_STEP != toldRisk / RISK_STEP
                && Math.max(percent(risk), toldRisk) >= RISK_THAT_MATTERS) {
            DealRule rule = OpenAlerts.RULES.get(first);
            now.statements().alive(Alert.Status.UPDATED, rule, open.get(first), now.at());
        }
    }

    /**
     * After a late fact: what the model said stays said, unless the deal turns out to have ended
     * before.
     *
     * @param now the instant up to which everything was stated
     */
    void correct(int i, Moment now) {
        DealView deal = now.deal();
        if (open.get(i) == null || deal.isOpen()) {
            return;
        }
        boolean closed = !deal.removed && deal.closedAt != DealView.UNKNOWN;
        if (closed && deal.closedAt <= open.get(i).raisedAt()) {
            open.end(i, now.at(), Alert.Resolution.WITHDRAWN, now.statements());
        } else {
            Alert.Resolution why = RuleClock.resolution(deal, Alert.Resolution.WITHDRAWN);
            open.end(i, closed ? deal.closedAt : now.at(), why, now.statements());
        }
    }
}
