package io.pipecast.board;

import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.AlertmanagerSettings;
import io.pipecast.codec.settings.CallSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.calendar.WorkingHours;
import io.pipecast.domain.settings.PipelineSettings;
import java.util.Map;

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
 * @param calls until when calls are submitted
 * @param auditLog file of the audit log, or empty for memory alone
 * @param listing the configuration's options by key, for the audit log
 */
public record BoardOptions(
        String host,
        int port,
        PipelineSettings pipeline,
        WorkingHours workingHours,
        int quietHours,
        String crmUrl,
        AlertmanagerSettings alertmanager,
        AccessSettings access,
        CallSettings calls,
        String auditLog,
        Map<String, String> listing) {
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
                config.board().access(),
                config.board().calls(),
                config.board().auditLog(),
                config.listing());
    }

    /** The same on another port, 0 for any free one. */
    public BoardOptions onPort(int other) {
        return with(host, other, alertmanager, access, auditLog);
    }

    /** The same on another address. */
    public BoardOptions on(String other) {
        return with(other, port, alertmanager, access, auditLog);
    }

    /** The same with other ways of delivering alerts. */
    public BoardOptions delivering(AlertmanagerSettings other) {
        return with(host, port, other, access, auditLog);
    }

    /** The same, with others who may see what. */
    public BoardOptions seenBy(AccessSettings other) {
        return with(host, port, alertmanager, other, auditLog);
    }

    /** The same with another audit log. */
    public BoardOptions auditedIn(String other) {
        return with(host, port, alertmanager, access, other);
    }

    private BoardOptions with(
            String otherHost,
            int otherPort,
            AlertmanagerSettings delivery,
            AccessSettings viewers,
            String log) {
        return new BoardOptions(
                otherHost,
                otherPort,
                pipeline,
                workingHours,
                quietHours,
                crmUrl,
                delivery,
                viewers,
                calls,
                log,
                listing);
    }
}
