package io.pipecast.board.alerting;

import io.pipecast.board.BoardOptions;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.AlertmanagerSettings;

/** Delivery of deal alerts to people through Alertmanager, where one is configured. */
public final class Alerting implements AutoCloseable {
    private final ChangedAlerts changed = new ChangedAlerts();
    private final DeliveryLog log = new DeliveryLog();
    private AlertDelivery delivery;

    /** What hears of the alerts that the views take in. */
    public Changes changes() {
        return changed;
    }

    /** How delivery goes. */
    public DeliveryLog log() {
        return log;
    }

    /**
     * Begins to deliver, once everything published before is in the views.
     *
     * @param port the port the board listens on
     */
    public synchronized void begin(BoardOptions options, int port, Views views) {
        AlertmanagerSettings settings = options.alertmanager();
        if (!settings.isOn() || delivery != null) {
            return;
        }
        String own = "http://" + options.host() + ":" + port;
        String boardUrl = settings.boardUrl().isEmpty() ? own : settings.boardUrl();
        MessageWriter writer =
                new MessageWriter(
                        views,
                        options.pipeline().calendar().days(),
                        boardUrl.replaceAll("/+$", ""),
                        options.crmUrl());
        delivery =
                new AlertDelivery(settings, views, changed, writer, log, System::currentTimeMillis);
        delivery.begin();
    }

    @Override
    public synchronized void close() {
        if (delivery != null) {
            delivery.close();
        }
    }
}
