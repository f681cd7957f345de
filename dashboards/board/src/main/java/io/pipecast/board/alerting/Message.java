package io.pipecast.board.alerting;

import java.util.SortedMap;

/**
 * What is posted of one alert.
 *
 * @param labels who it is for and what it is about; Alertmanager knows an alert by them
 * @param annotations what it says
 * @param link the deal on the board
 */
record Message(
        SortedMap<String, String> labels, SortedMap<String, String> annotations, String link) {
    /** Severity as posted, 1 to 3. */
    int severity() {
        return Integer.parseInt(labels.get("severity"));
    }
}
