package io.pipecast.app;

import io.pipecast.app.models.ModelLog;
import io.pipecast.app.models.ModelPublisher;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.settings.KafkaSettings;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Option;

/** What the commands that publish have in common: who, and how long to wait for the answer. */
final class ModelPublication {
    /** Exit code when the job refused the model. */
    static final int REFUSED = 1;

    /** Exit code when no job answered in time. */
    static final int UNANSWERED = 3;

    @Option(
            names = "--actor",
            defaultValue = "${sys:user.name}",
            paramLabel = "NAME",
            description = "Who publishes (default ${DEFAULT-VALUE}).")
    private String actor;

    @Option(
            names = "--wait",
            defaultValue = "PT30S",
            paramLabel = "DURATION",
            description =
                    "How long to wait for the running job's answer, PT0S not at all (default ${DEFAULT-VALUE}).")
    private String wait;

    /** The wait asked for. */
    private Duration patience() {
        try {
            Duration patience = Duration.parse(wait);
            if (!patience.isNegative() && patience.compareTo(Duration.ofDays(1)) <= 0) {
                return patience;
            }
        } catch (DateTimeParseException e) {
            // answered below, like a duration out of range
        }
        throw new UserError("--wait must be between PT0S and P1D, was " + wait);
    }

    /** A record of the next sequence. */
    ModelPublished record(
            ModelLog log,
            String version,
            long effectiveFrom,
            byte[] document,
            ModelPublished.Role role,
            long restores) {
        if (actor.isBlank()) {
            throw new UserError("--actor must name somebody, was empty");
        }
        return new ModelPublished(
                log.nextSequence(),
                version,
                effectiveFrom,
                System.currentTimeMillis(),
                actor,
                document,
                role,
                restores);
    }

    /** Publishes a record, waits and says what came of it; the exit code. */
    int send(KafkaSettings kafka, ModelLog log, ModelPublished model, PrintWriter out) {
        Duration patience = patience();
        Brokers.ensureTopics(kafka);
        ModelPublisher publisher = new ModelPublisher(kafka);
        publisher.publish(model);
        String named = "model " + model.modelVersion() + ", sequence " + model.sequence();
        out.println(named + ": published by " + model.actor());
        out.flush();
        if (patience.isZero()) {
            return 0;
        }
        boolean due = log.clock() != ModelLog.NO_CLOCK && model.effectiveFrom() <= log.clock();
        ModelStatus answer = publisher.await(model, due, patience);
        out.println(named + ": " + told(answer, patience));
        out.flush();
        return code(answer, due);
    }

    private static int code(ModelStatus answer, boolean due) {
        if (answer == null || (due && answer.state() == ModelStatus.State.SCHEDULED)) {
            return UNANSWERED;
        }
        return answer.state() == ModelStatus.State.REFUSED ? REFUSED : 0;
    }

    private static String told(ModelStatus answer, Duration patience) {
        if (answer == null) {
            return "no job answered within " + patience + "; it is used once a job reads it";
        }
        return switch (answer.state()) {
            case IN_FORCE ->
                    "in force from "
                            + Instant.ofEpochMilli(answer.effectiveFrom())
                            + " on; open deals are scored anew one after another";
            case SCHEDULED ->
                    "accepted, in force from "
                            + Instant.ofEpochMilli(answer.effectiveFrom())
                            + " on, which the job's clock has not reached";
            case SUPERSEDED -> "accepted, and superseded by a newer one";
            case SHADOW -> "scores beside the model in force";
            case SHADOW_ENDED -> "the shadow has ended";
            case REFUSED -> "refused, the model in force stays: " + answer.reason();
        };
    }
}
