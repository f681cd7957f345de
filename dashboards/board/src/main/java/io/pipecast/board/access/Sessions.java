package io.pipecast.board.access;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Who has signed in, until when. Held in memory: a board that starts anew asks everybody again. */
public final class Sessions {
    private static final int ID_BYTES = 32;

    private record Session(Viewer viewer, long until) {}

    private final Map<String, Session> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final long lifetimeMillis;
    private final LongSupplier wallClock;

    /**
     * None yet.
     *
     * @param wallClock now, epoch milliseconds
     */
    public Sessions(Duration lifetime, LongSupplier wallClock) {
        this.lifetimeMillis = lifetime.toMillis();
        this.wallClock = wallClock;
    }

    /** Begins a session; its id is all that is needed to go on with it. */
    public String begin(Viewer viewer) {
        long now = wallClock.getAsLong();
        open.values().removeIf(session -> session.until <= now);
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(id);
        open.put(text, new Session(viewer, now + lifetimeMillis));
        return text;
    }

    /** Whose session it is, or null when there is none of this id any more. */
    public Viewer viewer(String id) {
        Session session = id == null ? null : open.get(id);
        return session == null || session.until <= wallClock.getAsLong() ? null : session.viewer;
    }

    /** Ends a session. */
    public void end(String id) {
        if (id != null) {
            open.remove(id);
        }
    }
}
