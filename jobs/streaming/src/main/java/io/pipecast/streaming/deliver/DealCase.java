package io.pipecast.streaming.deliver;

import io.pipecast.domain.alert.AlertStakes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The alerts of one deal, and when its manager was told last. */
public final class DealCase {
    private static final Comparator<AlertCase> STRONGEST =
            Comparator.comparingInt((AlertCase c) -> -c.stated.severity())
                    .thenComparing(c -> c.stated.rule());

    final String id;
    final Map<String, AlertCase> alerts = new TreeMap<>();
    AlertStakes stakes = AlertStakes.NONE;

    /** Time of the latest statement taken, epoch milliseconds, or Long.MIN_VALUE. */
    long takenAt = Long.MIN_VALUE;

    /** Version of the latest statement counted: what comes again after a failure is passed over. */
    long counted;

    /** When the manager was told of the deal last, epoch milliseconds, or Long.MIN_VALUE. */
    long toldAt = Long.MIN_VALUE;

    DealCase(String id) {
        this.id = id;
    }

    /** A deal with the state that the other methods returned. */
    public DealCase(
            String id,
            List<AlertCase> alerts,
            AlertStakes stakes,
            long takenAt,
            long counted,
            long toldAt) {
        this(id);
        alerts.forEach(alert -> this.alerts.put(alert.stated.alertId(), alert));
        this.stakes = stakes;
        this.takenAt = takenAt;
        this.counted = counted;
        this.toldAt = toldAt;
    }

    /** An independent copy: a checkpoint is written while the desk goes on. */
    DealCase copy() {
        List<AlertCase> copies = alerts.values().stream().map(AlertCase::copy).toList();
        return new DealCase(id, copies, stakes, takenAt, counted, toldAt);
    }

    /** The deal. */
    public String id() {
        return id;
    }

    /** Its alerts by id: those alive, and those about which something is promised. */
    public List<AlertCase> alerts() {
        return List.copyOf(alerts.values());
    }

    /** What is at stake, as stated last. */
    public AlertStakes stakes() {
        return stakes;
    }

    /** Time of the latest statement taken. */
    public long takenAt() {
        return takenAt;
    }

    /** Version of the latest statement counted. */
    public long counted() {
        return counted;
    }

    /** When the manager was told last. */
    public long toldAt() {
        return toldAt;
    }

    /** The alerts alive, the strongest reason first. */
    List<AlertCase> alive() {
        if (alerts.isEmpty()) {
            return List.of();
        }
        List<AlertCase> alive = new ArrayList<>(alerts.size());
        for (AlertCase alert : alerts.values()) {
            if (alert.stated.isAlive()) {
                alive.add(alert);
            }
        }
        alive.sort(STRONGEST);
        return alive;
    }
}
