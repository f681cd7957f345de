package io.pipecast.domain.alert;

import io.pipecast.domain.alert.Alert.Resolution;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The life of the alerts of one team: what its forecast was in the last week, and which alerts are
 * alive. What is stated follows from the settled midnights alone.
 */
public final class TeamBook {
    /** Calendar days a forecast is compared over. */
    static final int DAYS = 7;

    private final Tree tree;
    private final String node;
    private String period;
    private long seenAt;
    private long version;
    private final List<TeamLook> looks;
    private final List<Alert> open;

    TeamBook(Tree tree, String node) {
        this(tree, node, null, Long.MIN_VALUE, 0, List.of(), List.of());
    }

    /** A book with the state that the other methods returned. */
    public TeamBook(
            Tree tree,
            String node,
            String period,
            long seenAt,
            long version,
            List<TeamLook> looks,
            List<Alert> open) {
        this.tree = tree;
        this.node = node;
        this.period = period;
        this.seenAt = seenAt;
        this.version = version;
        this.looks = new ArrayList<>(looks);
        this.open = new ArrayList<>(open);
    }

    /** An independent copy. */
    TeamBook copy() {
        return new TeamBook(tree, node, period, seenAt, version, looks, open);
    }

    public Tree tree() {
        return tree;
    }

    public String node() {
        return node;
    }

    /** Period looked at last, or null. */
    public String period() {
        return period;
    }

    /** Midnight looked at last, epoch milliseconds, or Long.MIN_VALUE. */
    public long seenAt() {
        return seenAt;
    }

    /** Number of statements made: the version of the last one. */
    public long version() {
        return version;
    }

    /** The midnights of the last week, oldest first. */
    public List<TeamLook> looks() {
        return List.copyOf(looks);
    }

    /** Alerts alive. */
    public List<Alert> open() {
        return List.copyOf(open);
    }

    /** Looks at the team's row of the current period at a settled midnight. */
    void look(PipelineForecast row, AlertContext context, Consumer<Alert> out) {
        if (row.asOf() <= seenAt) {
            return;
        }
        if (!row.period().equals(period)) {
            end(row.asOf(), out);
            looks.clear();
            period = row.period();
        }
        int day = context.settings().calendar().days().dayOf(row.asOf());
        looks.add(TeamLook.of(row, day));
        looks.removeIf(look -> look.day() < day - DAYS);
        TeamSight sight =
                new TeamSight(
                        row, day, List.copyOf(looks), context.settings().calendar().business());
        // what a first look, another policy or another model finds is no news
        boolean backlog = seenAt == Long.MIN_VALUE || context.since() > seenAt;
        TeamRules.ALL.forEach(rule -> judge(rule, sight, context, backlog, out));
        seenAt = row.asOf();
    }

    private void judge(
            TeamRule rule,
            TeamSight sight,
            AlertContext context,
            boolean backlog,
            Consumer<Alert> out) {
        RulePolicy policy = context.policy(rule.rule());
        int limit = policy.threshold();
        Alert alive = alive(rule.rule());
        boolean applies = applies(policy, sight.row());
        int measured = applies ? rule.measure(sight) : TeamRule.NOTHING;
        int severity = measured < 0 ? 0 : rule.severity(measured, limit, alive != null);
        if (severity == 0) {
            if (alive != null) {
                boolean changed = !applies || alive.threshold() != limit;
                resolve(alive, sight.row().asOf(), why(changed, measured), out);
            }
        } else if (sight.business().isWorking(sight.day())) {
            raise(new TeamStatement(rule, sight, measured, severity, limit), alive, backlog, out);
        }
    }

    private static Resolution why(boolean changed, int measured) {
        if (changed) {
            return Resolution.RULE_CHANGED;
        }
        return measured < 0 ? Resolution.REMOVED : Resolution.PROGRESS;
    }

    private static boolean applies(RulePolicy policy, PipelineForecast row) {
        return policy.enabled()
                && (policy.territories().isEmpty() || policy.territories().contains(row.node()))
                && (policy.leastAmount() <= 0 || row.value(Quantity.QUOTA) >= policy.leastAmount());
    }

    private Alert alive(AlertRule rule) {
        return open.stream().filter(alert -> alert.rule() == rule).findFirst().orElse(null);
    }

    /** States what was found, unless it was stated so before. */
    private void raise(TeamStatement found, Alert alive, boolean backlog, Consumer<Alert> out) {
        if (alive != null && found.isToldBy(alive)) {
            return;
        }
        Alert alert = found.alert(alive, backlog, ++version);
        open.remove(alive);
        open.add(alert);
        out.accept(alert);
    }

    private void resolve(Alert alert, long at, Resolution why, Consumer<Alert> out) {
        open.remove(alert);
        out.accept(alert.ended(++version, at, why));
    }

    /** Ends every alert at an instant: the period is over, or the team is gone. */
    void end(long at, Consumer<Alert> out) {
        open().forEach(alert -> resolve(alert, at, Resolution.REMOVED, out));
    }
}
