package io.pipecast.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.http.Context;
import io.pipecast.board.access.Seen;
import io.pipecast.board.views.Node;
import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import java.util.List;
import java.util.Map;

/** {@code /api/models}: which models there are, and how right they have been. */
final class ModelsApi {
    /** One publication; instants epoch milliseconds, null where not known. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Published(
            long sequence,
            String modelVersion,
            String role,
            String state,
            String reason,
            long effectiveFrom,
            long publishedAt,
            String actor,
            Long restores,
            Long trainedFrom,
            Long trainedUntil,
            Map<String, Double> metrics) {
        static Published of(ModelStatus row) {
            return new Published(
                    row.sequence(),
                    row.modelVersion(),
                    row.role().name(),
                    row.state().name(),
                    row.reason(),
                    row.effectiveFrom(),
                    row.publishedAt(),
                    row.actor(),
                    Answers.known(row.restores()),
                    Answers.known(row.trainedFrom()),
                    Answers.known(row.trainedUntil()),
                    row.metrics());
        }
    }

    /** One measure of a model; shares and scores null where they do not apply. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Health(
            String measure,
            String asOf,
            String fromDay,
            long judged,
            long won,
            long given,
            Double brier,
            Double logLoss,
            Double auc,
            Double calibrationError,
            Double drift,
            Double covered,
            Double below,
            Double above,
            Double error,
            List<ModelHealth.Bin> bins) {
        static Health of(ModelHealth row) {
            return new Health(
                    row.measure(),
                    Answers.date(row.asOf()),
                    Answers.date(row.fromDay()),
                    row.judged(),
                    row.won(),
                    row.given(),
                    Answers.known(row.brier()),
                    Answers.known(row.logLoss()),
                    Answers.known(row.auc()),
                    Answers.known(row.calibrationError()),
                    Answers.known(row.drift()),
                    Answers.known(row.covered()),
                    Answers.known(row.below()),
                    Answers.known(row.above()),
                    Answers.known(row.error()),
                    row.bins());
        }
    }

    /**
     * How far what deals look like has drifted from the deals a model was learned from.
     *
     * @param kind of reason
     * @param drift population stability index of the last 28 days, or null below a week and 100
     *     deals
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Drift(String kind, Double drift) {
        static Drift of(ModelHealth row) {
            return new Drift(
                    row.measure().substring(ModelHealth.FEATURE.length()),
                    Answers.known(row.drift()));
        }
    }

    /** A model that forecasts or scores, how right it has been and how far its deals have moved. */
    record Watched(String modelVersion, List<Health> health, List<Drift> features) {}

    /** The answer; the champion is what forecasts now, published or not. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Models(Watched champion, Watched shadow, List<Published> published) {}

    void models(Seen views, Context context) {
        Node company = views.forecasts().company();
        String inForce =
                company == null || company.current() == null
                        ? null
                        : company.current().modelVersion();
        ModelStatus shadow = views.models().newest(ModelStatus.State.SHADOW);
        context.json(
                new Models(
                        watched(inForce, false, views),
                        watched(shadow == null ? null : shadow.modelVersion(), true, views),
                        views.models().published().stream().map(Published::of).toList()));
    }

    private static Watched watched(String version, boolean shadow, Seen views) {
        return version == null
                ? null
                : new Watched(
                        version,
                        views.models().health(version, shadow).stream().map(Health::of).toList(),
                        views.models().features(version, shadow).stream().map(Drift::of).toList());
    }
}
