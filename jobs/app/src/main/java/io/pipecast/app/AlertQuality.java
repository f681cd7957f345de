package io.pipecast.app;

import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.domain.alert.quality.AlertJudge;
import io.pipecast.domain.alert.quality.AlertVerdict;
import io.pipecast.domain.alert.quality.DealDays;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.alerts.AlertReader;
import io.pipecast.training.alerts.AlertTable;
import io.pipecast.training.alerts.LoggedDays;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.LogFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** How good the alerts of replays of one log were. */
final class AlertQuality {
    private final PipelineSettings settings;
    private final DealLog log;
    private final DealDays days;
    private AlertVerdict last;

    private AlertQuality(PipelineSettings settings, DealLog log) {
        this.settings = settings;
        this.log = log;
        this.days = LoggedDays.of(log, settings);
    }

    /**
     * Reads what happened to the deals of a log.
     *
     * @param until last instant known, epoch milliseconds
     */
    static AlertQuality of(Path events, PipelineSettings settings, long until) {
        DealLog log = new DealLog(settings, until);
        try {
            LogFile.read(events, log, settings);
        } catch (IOException e) {
            throw new UserError(e.getMessage(), e);
        }
        if (log.isEmpty()) {
            throw new UserError(
                    "--events must hold deals to judge alerts by, held none: " + events);
        }
        return new AlertQuality(settings, log);
    }

    /** First instant judged: the one asked for, else the end of training, else the first event. */
    long from(String asked, Path model) throws IOException {
        if (asked != null) {
            return Instants.parse("--judge-from", asked, settings.calendar().days());
        }
        if (model == null) {
            return log.firstTime();
        }
        byte[] document = Files.readAllBytes(model);
        return ModelFile.read(document, settings.stages(), settings.currency())
                .model()
                .card()
                .trainedUntil();
    }

    /** Judges {@code alerts.jsonl} of a replay. */
    AlertVerdict judge(Path alerts, long from) throws IOException {
        if (from + AlertJudge.BAD_MILLIS >= log.lastTime()) {
            throw new UserError(
                    "--judge-from must lie more than 30 days before the last event, was "
                            + java.time.Instant.ofEpochMilli(from));
        }
        last = new AlertJudge(days, from, log.lastTime()).judge(AlertReader.read(alerts));
        return last;
    }

    /** The verdict made last, as lines. */
    List<String> table(String policy) {
        return AlertTable.of(policy, last, settings.currency());
    }
}
