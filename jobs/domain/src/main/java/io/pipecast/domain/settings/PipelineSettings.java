package io.pipecast.domain.settings;

import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.StageTable;

/**
 * Everything the numbers depend on besides the events and the model: the checked content of {@code
 * pipecast.yaml} that domain and model need.
 *
 * @param company display name
 * @param currency corporate currency, ISO 4217
 * @param calendar local days, business days, fiscal periods
 * @param stages the sales process
 * @param source what the source carries
 * @param alerts alert policy
 * @param latenessMillis how far out of order a fact may arrive and still be in settled history
 * @param retentionDays calendar days a closed deal's state is kept
 * @param bookOnWonInstant true to book a win on the instant of winning, false on its close date
 */
public record PipelineSettings(
        String company,
        String currency,
        SalesCalendar calendar,
        StageTable stages,
        SourceTraits source,
        AlertPolicy alerts,
        long latenessMillis,
        int retentionDays,
        boolean bookOnWonInstant) {
    /** The same settings with another alert policy. */
    public PipelineSettings withAlerts(AlertPolicy policy) {
        return new PipelineSettings(
                company,
                currency,
                calendar,
                stages,
                source,
                policy,
                latenessMillis,
                retentionDays,
                bookOnWonInstant);
    }
}
