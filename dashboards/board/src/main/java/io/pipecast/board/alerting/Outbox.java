package io.pipecast.board.alerting;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Alertmanager has been told of each alert, and what it must be told next. Holds the alerts
 * that it takes for open, and nothing of those that have ended. Not thread-safe.
 */
final class Outbox {
    private final long resend;
    private final long lifetime;
    private final Map<String, Posted> posted = new HashMap<>();

    /**
     * Nothing told yet.
     *
     * @param resend milliseconds after which an open alert is told again
     * @param lifetime milliseconds after which Alertmanager ends one that is not
     */
    Outbox(long resend, long lifetime) {
        this.resend = resend;
        this.lifetime = lifetime;
    }

    /** What is to be said of an alert. */
    interface Source {
        /**
         * The message, or null where the alert is to be ended or left unsaid.
         *
         * @param before the message that Alertmanager has of it, or null
         */
        Message of(String alertId, Message before);
    }

    /**
     * One statement to Alertmanager.
     *
     * @param startsAt epoch milliseconds
     * @param endsAt epoch milliseconds, now where the alert has ended
     * @param ends whether it has
     */
    record Item(String alertId, Message message, long startsAt, long endsAt, boolean ends) {}

    private record Posted(Message message, long startsAt, long again) {}

    /**
     * What to say of the alerts that changed, and of those that were said last too long ago. An
     * alert whose labels changed is another one to Alertmanager: the one before ends.
     */
    List<Item> due(long now, Collection<String> changed, Source source) {
        Set<String> ids = new LinkedHashSet<>(changed);
        posted.forEach(
                (id, before) -> {
                    if (before.again <= now) {
                        ids.add(id);
                    }
                });
        List<Item> items = new ArrayList<>();
        for (String id : ids) {
            say(id, now, source, items);
        }
        return items;
    }

    private void say(String id, long now, Source source, List<Item> items) {
        Posted before = posted.get(id);
        Message message = source.of(id, before == null ? null : before.message);
        boolean same =
                before != null
                        && message != null
                        && message.labels().equals(before.message.labels());
        if (before != null && !same) {
            items.add(new Item(id, before.message, before.startsAt, now, true));
        }
        boolean news = !same || before.again <= now || !message.equals(before.message);
        if (message != null && news) {
            long startsAt = same ? before.startsAt : now;
            items.add(new Item(id, message, startsAt, now + lifetime, false));
        }
    }

    /** Notes that Alertmanager has taken a statement. */
    void taken(Item item, long now) {
        if (item.ends()) {
            posted.remove(item.alertId());
        } else {
            posted.put(item.alertId(), new Posted(item.message(), item.startsAt(), now + resend));
        }
    }

    /** Milliseconds until something is due again, at most {@code atMost}. */
    long quietFor(long now, long atMost) {
        long next = now + atMost;
        for (Posted each : posted.values()) {
            next = Math.min(next, each.again);
        }
        return Math.max(0, next - now);
    }

    /** Number of alerts that Alertmanager takes for open, by way of delivery. */
    long open(Way way) {
        return posted.values().stream()
                .filter(each -> each.message.labels().get("delivery").equals(way.label))
                .count();
    }
}
