package io.pipecast.app.models;

import io.pipecast.app.UserError;
import io.pipecast.codec.control.ControlDecoder;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.Tick;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.Topic;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** Every model ever published, and what the running job says of each. */
public final class ModelLog {
    /** The clock before any tick. */
    public static final long NO_CLOCK = Long.MIN_VALUE;

    private final TreeMap<Long, ModelPublished> published = new TreeMap<>();
    private final TreeMap<Long, ModelStatus> statuses = new TreeMap<>();
    private final ControlDecoder control = new ControlDecoder();
    private final RowDecoder rows = new RowDecoder();
    private long clock = NO_CLOCK;

    private ModelLog() {}

    /**
     * Reads {@code pipecast.control} and {@code forecast.models} from their beginning to their
     * present end.
     *
     * @throws UserError when the broker cannot be reached
     */
    public static ModelLog read(KafkaSettings kafka) {
        ModelLog log = new ModelLog();
        String models = kafka.topic(Topic.MODELS);
        TopicReader.toTheEnd(
                kafka,
                List.of(Topic.CONTROL, Topic.MODELS),
                (topic, value) -> {
                    if (topic.equals(models)) {
                        log.status(value);
                    } else {
                        log.control(value);
                    }
                });
        return log;
    }

    private void control(byte[] message) {
        Tick tick = control.tick(message);
        if (tick != null) {
            clock = Math.max(clock, tick.at());
            return;
        }
        ModelPublished model = control.model(message);
        if (model != null) {
            // as in the job, the first record of a sequence is the one that counts
            published.putIfAbsent(model.sequence(), model);
        }
    }

    private void status(byte[] message) {
        ModelStatus status = TopicReader.status(rows, message);
        if (status != null) {
            statuses.merge(status.sequence(), status, (a, b) -> b.version() >= a.version() ? b : a);
        }
    }

    /** Publications by rising sequence. */
    public Collection<ModelPublished> published() {
        return published.values();
    }

    /** What the job says of a publication, or null when it has said nothing. */
    public ModelStatus status(long sequence) {
        return statuses.get(sequence);
    }

    /** The newest tick, epoch milliseconds, or {@link #NO_CLOCK}. */
    public long clock() {
        return clock;
    }

    /** Sequence of the next publication, from 1. */
    public long nextSequence() {
        return published.isEmpty() ? 1 : published.lastKey() + 1;
    }

    /**
     * The publication in force: as the job says, or where none runs, the newest one that was not
     * refused; null when there is none.
     */
    public ModelPublished inForce() {
        ModelPublished newest = null;
        for (ModelPublished model : published.values()) {
            ModelStatus status = statuses.get(model.sequence());
            if (status != null && status.state() == ModelStatus.State.IN_FORCE) {
                return model;
            }
            newest = isUsable(model) ? model : newest;
        }
        return newest;
    }

    /** Whether a publication is one to forecast with that was not refused. */
    public boolean isUsable(ModelPublished model) {
        ModelStatus status = statuses.get(model.sequence());
        return model.role() == ModelPublished.Role.CHAMPION
                && (status == null || status.state() != ModelStatus.State.REFUSED);
    }

    /**
     * The newest publication of a version or sequence.
     *
     * @throws UserError naming the known ones when there is none
     */
    public ModelPublished find(String name) {
        ModelPublished found = null;
        for (ModelPublished model : published.values()) {
            boolean named =
                    model.modelVersion().equals(name)
                            || Long.toString(model.sequence()).equals(name);
            found = named ? model : found;
        }
        if (found == null) {
            throw new UserError(
                    "VERSION must be a published version or sequence, was "
                            + name
                            + "; published are "
                            + known());
        }
        return found;
    }

    private String known() {
        List<String> names =
                published.values().stream()
                        .map(model -> model.sequence() + " " + model.modelVersion())
                        .toList();
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
