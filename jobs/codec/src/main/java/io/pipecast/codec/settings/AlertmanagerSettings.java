package io.pipecast.codec.settings;

import java.time.Duration;

/**
 * Whether and how the board posts deal alerts to Alertmanager.
 *
 * @param url address of Alertmanager, or empty for none
 * @param boardUrl address under which people reach the board, or empty for its own host and port
 * @param resend time after which an open alert is posted again
 * @param lifetime time after which Alertmanager ends an alert that is not posted again
 * @param timeout time Alertmanager has to answer
 */
public record AlertmanagerSettings(
        String url, String boardUrl, Duration resend, Duration lifetime, Duration timeout) {
    /** Delivers nothing. */
    public static final AlertmanagerSettings OFF =
            new AlertmanagerSettings(
                    "", "", Duration.ofMinutes(1), Duration.ofMinutes(15), Duration.ofSeconds(5));

    /** Whether alerts are posted at all. */
    public boolean isOn() {
        return !url.isEmpty();
    }

    /** The same with another Alertmanager. */
    public AlertmanagerSettings at(String otherUrl) {
        return new AlertmanagerSettings(otherUrl, boardUrl, resend, lifetime, timeout);
    }
}
