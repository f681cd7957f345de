package io.pipecast.board;

import io.pipecast.board.views.WorkingHours;
import io.pipecast.domain.settings.PipelineSettings;

/**
 * What the board is told at its start.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 * @param pipeline company, currency, calendar and stages
 * @param workingHours when events are expected
 * @param quietHours working hours without an event after which a feed is called quiet
 * @param crmUrl link to a deal in the CRM with {@code {id}} in it, or null
 */
public record BoardSettings(
        String host,
        int port,
        PipelineSettings pipeline,
        WorkingHours workingHours,
        int quietHours,
        String crmUrl) {
    /** Port where none is configured. */
    public static final int DEFAULT_PORT = 8480;

    /** On this machine only, feeds quiet after four working hours. */
    public static BoardSettings local(int port, PipelineSettings pipeline) {
        return new BoardSettings("127.0.0.1", port, pipeline, WorkingHours.DEFAULT, 4, null);
    }
}
