package io.pipecast.board;

import io.pipecast.board.views.WorkingHours;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AlertmanagerSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.settings.PipelineSettings;

/**
 * What the board is told at its start.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param pipeline company, currency, calendar and stages
 * @param workingHours when events are expected
 * @param quietHours working hours without an event after which a feed is called quiet
 * @param crmUrl link to a deal in the CRM with {@code {opportunityId}} in it, or empty
 * @param alertmanager whether and how deal alerts are posted to Alertmanager
 * @param access who may see what
 */
public record BoardOptions(
        String host,
        int port,
        PipelineSettings pipeline,
        WorkingHours workingHours,
        int quietHours,
        String crmUrl,
        AlertmanagerSettings alertmanager,
        AccessSettings access) {
    /** As configured. */
    public static BoardOptions of(PipecastConfig config) {
        return new BoardOptions(
                config.board().host(),
                config.board().port(),
                config.pipeline(),
                new WorkingHours(config.board().dayStartHour(), config.board().dayEndHour()),
                config.board().quietHours(),
                config.board().crmUrl(),
                config.board().alertmanager(),
                config.board().access());
    }

    /** The same on another port, 0 for any free one. */
    public BoardOptions onPort(int other) {
        return new BoardOptions(
                host, other, pipeline, workingHours, quietHours, crmUrl, alertmanager, access);
    }

    /** The same on another address. */
    public BoardOptions on(String other) {
        return new BoardOptions(
                other, port, pipeline, workingHours, quietHours, crmUrl, alertmanager, access);
    }

    /** The same with other ways of delivering alerts. */
    public BoardOptions delivering(AlertmanagerSettings other) {
        return new BoardOptions(
                host, port, pipeline, workingHours, quietHours, crmUrl, other, access);
    }

    /** The same, with others who may see what. */
    public BoardOptions seenBy(AccessSettings other) {
        return new BoardOptions(
                host, port, pipeline, workingHours, quietHours, crmUrl, alertmanager, other);
    }
}
