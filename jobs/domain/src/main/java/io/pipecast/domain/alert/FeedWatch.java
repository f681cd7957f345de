package io.pipecast.domain.alert;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** Watches feeds for silence, by the settled clock. No framework in here. */
public final class FeedWatch {
    private final LongFunction<AlertContext> contexts;
    private final TreeMap<String, FeedBook> feeds = new TreeMap<>();
    private long clock = Long.MIN_VALUE;

    /**
     * A watch.
     *
     * @param contexts what alerts go by at an instant
     */
    public FeedWatch(LongFunction<AlertContext> contexts) {
        this.contexts = contexts;
    }

    /**
     * Notes that a feed was heard.
     *
     * @param stretch end of the stretch, see {@link FeedBook#stretchOf}
     */
    public void hear(String source, long stretch) {
        feeds.computeIfAbsent(source, FeedBook::new).hear(stretch);
    }

    /** Lets time pass up to an instant, through every context that comes into force on the way. */
    public void advance(long to, Consumer<Alert> out) {
        if (feeds.isEmpty() || to <= clock) {
            return;
        }
        Deque<AlertContext> coming = new ArrayDeque<>();
        AlertContext context = contexts.apply(to);
        while (context.since() > clock && clock != Long.MIN_VALUE) {
            coming.push(context);
            context = contexts.apply(context.since() - 1);
        }
        for (AlertContext next : coming) {
            pass(next.since() - 1, context, out);
            feeds.values().forEach(feed -> feed.follow(next, out));
            context = next;
        }
        pass(to, context, out);
        clock = to;
    }

    private void pass(long to, AlertContext context, Consumer<Alert> out) {
        feeds.values().forEach(feed -> feed.advance(to, context, out));
    }

    /** What is kept of every feed, to be restored. */
    public List<FeedBook> feeds() {
        return feeds.values().stream().map(FeedBook::copy).toList();
    }

    /** Instant everything is stated up to, or Long.MIN_VALUE. */
    public long clock() {
        return clock;
    }

    /** Restores what {@link #feeds} and {@link #clock} returned. */
    public void restore(Collection<FeedBook> known, long at) {
        known.forEach(feed -> feeds.put(feed.source(), feed));
        clock = at;
    }
}
