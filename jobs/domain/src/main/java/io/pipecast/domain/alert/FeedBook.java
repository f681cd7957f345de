package io.pipecast.domain.alert;

import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.calendar.WorkingHours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * The life of the alert that one feed is stale. A feed is heard where one of its events is of a
 * stretch of {@link #STRETCH_MILLIS}, at the end of that stretch, so that neither the order of
 * events nor their number matters. It is stale once it was silent for longer than its limit of
 * working hours: the one set by hand, else twice the longest silence of a usual one of its last
 * {@link #DAYS} days, and at least the fallback. Of a feed heard on few days nothing is said.
 */
public final class FeedBook {
    /** Length of a stretch, a quarter of an hour. */
    public static final long STRETCH_MILLIS = 900_000;

    /** Days with events whose longest silences are kept. */
    static final int DAYS = 10;

    private static final int LEAST_DAYS = 5;
    private static final double HOUR = 3_600_000;
    private static final WorkingHours HOURS = WorkingHours.DEFAULT;

    private final String source;
    private final TreeSet<Long> ahead;
    private final List<Long> silences;
    private long heardAt;
    private long longest;
    private long version;
    private Alert open;

    FeedBook(String source) {
        this(source, List.of(), List.of(), Long.MIN_VALUE, 0, 0, null);
    }

    /** A book with the state that the other methods returned. */
    public FeedBook(
            String source,
            Collection<Long> ahead,
            List<Long> silences,
            long heardAt,
            long longest,
            long version,
            Alert open) {
        this.source = source;
        this.ahead = new TreeSet<>(ahead);
        this.silences = new ArrayList<>(silences);
        this.heardAt = heardAt;
        this.longest = longest;
        this.version = version;
        this.open = open;
    }

    /** An independent copy. */
    FeedBook copy() {
        return new FeedBook(source, ahead, silences, heardAt, longest, version, open);
    }

    public String source() {
        return source;
    }

    /** Ends of stretches it was heard in that time has not reached, ascending. */
    public List<Long> ahead() {
        return List.copyOf(ahead);
    }

    /** Longest silences of its last days, working milliseconds, oldest first. */
    public List<Long> silences() {
        return List.copyOf(silences);
    }

    /** When it was heard last, epoch milliseconds, or Long.MIN_VALUE. */
    public long heardAt() {
        return heardAt;
    }

    /** Longest silence of the day it was heard on last, working milliseconds. */
    public long longest() {
        return longest;
    }

    /** Number of statements made. */
    public long version() {
        return version;
    }

    /** The alert alive, as stated last, or null. */
    public Alert open() {
        return open;
    }

    /** End of the stretch an instant lies in. */
    public static long stretchOf(long instant) {
        return Math.floorDiv(instant, STRETCH_MILLIS) * STRETCH_MILLIS + STRETCH_MILLIS;
    }

    /** Notes that it was heard in a stretch, which time may have passed. */
    void hear(long stretch) {
        ahead.add(stretch);
    }

    /** Walks to an instant under one context, from the instant walked to before. */
    void advance(long to, AlertContext context, Consumer<Alert> out) {
        while (true) {
            long next = ahead.isEmpty() ? Long.MAX_VALUE : ahead.first();
            int severity = open == null ? 1 : open.severity() + 1;
            long deadline = deadline(severity, context);
            if (Math.min(next, deadline) > to) {
                return;
            }
            if (next <= deadline) {
                heard(ahead.pollFirst(), context, out);
            } else {
                state(severity, deadline, false, context, out);
            }
        }
    }

    /** Holds what is known against another context from its first instant on. */
    void follow(AlertContext context, Consumer<Alert> out) {
        long at = context.since();
        int severity = 0;
        while (severity < DealRule.MAX_SEVERITY && deadline(severity + 1, context) <= at) {
            severity++;
        }
        boolean same =
                open == null
                        ? severity == 0
                        : severity == open.severity() && limit(context) == open.threshold();
        if (same) {
            return;
        }
        if (severity == 0) {
            end(at, Alert.Resolution.RULE_CHANGED, out);
        } else {
            state(severity, at, true, context, out);
        }
    }

    private void heard(long at, AlertContext context, Consumer<Alert> out) {
        SalesCalendar calendar = context.settings().calendar();
        if (at <= heardAt) {
            return;
        }
        if (open != null) {
            // an event that came late may tell that it never was stale
            boolean stale = at >= open.raisedAt();
            Alert.Resolution why = stale ? Alert.Resolution.PROGRESS : Alert.Resolution.WITHDRAWN;
            end(Math.max(at, open.raisedAt()), why, out);
        }
        long silence = heardAt == Long.MIN_VALUE ? 0 : HOURS.between(calendar, heardAt, at);
        boolean sameDay =
                heardAt != Long.MIN_VALUE
                        && calendar.days().dayOf(heardAt) == calendar.days().dayOf(at);
        if (!sameDay && heardAt != Long.MIN_VALUE) {
            silences.add(longest);
            if (silences.size() > DAYS) {
                silences.remove(0);
            }
        }
        longest = sameDay ? Math.max(longest, silence) : silence;
        heardAt = at;
    }

    /** Limit, working hours. */
    private int limit(AlertContext context) {
        RulePolicy policy = context.policy(AlertRule.FEED_STALE);
        return policy.threshold() == RulePolicy.LEARNED
                ? Math.max(policy.fallback(), (int) Math.ceil(2 * usual() / HOUR))
                : policy.threshold();
    }

    /** Longest silence of a usual day, working milliseconds. */
    private long usual() {
        List<Long> sorted = new ArrayList<>(silences);
        Collections.sort(sorted);
        return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
    }

    private long deadline(int severity, AlertContext context) {
        RulePolicy policy = context.policy(AlertRule.FEED_STALE);
        boolean applies =
                policy.enabled()
                        && severity <= DealRule.MAX_SEVERITY
                        && silences.size() >= LEAST_DAYS
                        && (policy.territories().isEmpty()
                                || policy.territories().contains(source));
        if (!applies) {
            return Long.MAX_VALUE;
        }
        long silence = (long) (limit(context) * HOUR * (1 + severity) / 2);
        return HOURS.plus(context.settings().calendar(), heardAt, silence);
    }

    private void end(long at, Alert.Resolution why, Consumer<Alert> out) {
        if (open != null) {
            out.accept(open.ended(++version, at, why));
            open = null;
        }
    }

    private void state(
            int severity, long at, boolean backlog, AlertContext context, Consumer<Alert> out) {
        int limit = limit(context);
        SalesCalendar calendar = context.settings().calendar();
        double hours = HOURS.between(calendar, heardAt, at) / HOUR;
        boolean learned = context.policy(AlertRule.FEED_STALE).threshold() == RulePolicy.LEARNED;
        open =
                FeedStatement.of(
                        source,
                        open,
                        ++version,
                        at,
                        new FeedStatement(
                                severity,
                                hours,
                                limit,
                                learned ? usual() / HOUR : Double.NaN,
                                heardAt,
                                backlog),
                        context.settings());
        out.accept(open);
    }
}
