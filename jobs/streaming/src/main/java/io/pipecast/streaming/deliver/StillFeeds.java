package io.pipecast.streaming.deliver;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling;
import io.pipecast.domain.alert.AlertSubject;
import java.util.TreeSet;

/** The feeds that are stale: what their deals seem to do is no news. */
final class StillFeeds {
    private final TreeSet<String> feeds = new TreeSet<>();

    /** Takes a statement in; true when it changes which feeds are stale. */
    boolean take(Alert statement) {
        if (statement.subject().kind() != AlertSubject.Kind.FEED) {
            return false;
        }
        String feed = statement.subject().feed();
        return statement.isAlive() ? feeds.add(feed) : feeds.remove(feed);
    }

    /** Why an alert is held back, or null where it is not. */
    String reason(Alert alert) {
        AlertSubject subject = alert.subject();
        boolean held = subject.isDeal() && subject.feed() != null && feeds.contains(subject.feed());
        return held ? AlertHandling.FEED_IS_STILL + subject.feed() + " is silent" : null;
    }
}
