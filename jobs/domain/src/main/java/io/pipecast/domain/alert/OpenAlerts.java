package io.pipecast.domain.alert;

import java.util.ArrayList;
import java.util.List;

/** The alerts of one deal that are alive: at most one per rule, in the order of the rules. */
final class OpenAlerts {
    static final List<DealRule> RULES = DealRules.ALL;

    private final OpenAlert[] open = new OpenAlert[RULES.size()];

    OpenAlerts(List<OpenAlert> alive) {
        for (OpenAlert alert : alive) {
            open[indexOf(alert.rule())] = alert;
        }
    }

    private static int indexOf(AlertRule rule) {
        int i = 0;
        while (RULES.get(i).rule() != rule) {
            i++;
        }
        return i;
    }

    /** The alert of the i-th rule, or null. */
    OpenAlert get(int i) {
        return open[i];
    }

    List<OpenAlert> list() {
        List<OpenAlert> alive = new ArrayList<>(open.length);
        for (OpenAlert alert : open) {
            if (alert != null) {
                alive.add(alert);
            }
        }
        return alive;
    }

    /** Index of the first alert, or −1. */
    int first() {
        for (int i = 0; i < open.length; i++) {
            if (open[i] != null) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The i-th rule holds: raises its alert, or measures it anew and states what changed.
     *
     * @param value what is measured, for rules whose measure is no clock
     * @param raisedAt for an alert that is raised
     * @param backlog for an alert that is raised
     */
    void hold(int i, int severity, int value, long raisedAt, boolean backlog, Moment now) {
        DealRule rule = RULES.get(i);
        long since = rule.since(now.deal(), now.context());
        int limit = rule.limit(now.deal(), now.context());
        String source = rule.source(now.deal(), now.context());
        OpenAlert had = open[i];
        if (had != null) {
            open[i] = had.measured(severity, since, limit, value, source);
            if (!open[i].equals(had)) {
                now.statements().alive(Alert.Status.UPDATED, rule, open[i], now.at());
            }
            return;
        }
        open[i] =
                new OpenAlert(
                        rule.rule(),
                        raisedAt,
                        severity,
                        since,
                        limit,
                        value,
                        source,
                        stage(now),
                        now.deal().owner,
                        now.deal().closeDate,
                        backlog);
        now.statements().alive(Alert.Status.RAISED, rule, open[i], now.at());
    }

    private static String stage(Moment now) {
        int stage = now.deal().stage;
        return stage < 0 ? null : now.context().settings().stages().get(stage).name();
    }

    /** Ends the alert of the i-th rule. */
    void end(int i, long at, Alert.Resolution why, Statements statements) {
        statements.resolved(RULES.get(i), open[i], at, why);
        open[i] = null;
    }
}
