package io.pipecast.streaming.operators;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What operators carry to where they run: the configuration as text (every operator reads the same
 * one back) and how the job runs.
 */
public final class JobPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Content of pipecast.yaml. */
    public final String configYaml;

    /**
     * Keep provisional forecasts up to the clock; false in a replay, which states settled rows
     * only.
     */
    public final boolean live;

    /** Calendar days between snapshot rows at fiscal midnights; 0 for none. */
    public final int snapshotEveryDays;

    /** Longest time a combined change or a repeated upsert is held back, wall milliseconds. */
    public final long flushMillis;

    private boolean explained;

    private final ArrayList<Dated> models = new ArrayList<>();

    public JobPlan(String configYaml, boolean live, int snapshotEveryDays, long flushMillis) {
        this.configYaml = configYaml;
        this.live = live;
        this.snapshotEveryDays = snapshotEveryDays;
        this.flushMillis = flushMillis;
    }

    /** A replay of a configuration. */
    public static JobPlan replay(String configYaml, int snapshotEveryDays) {
        return new JobPlan(configYaml, false, snapshotEveryDays, 100);
    }

    /** A live job. */
    public static JobPlan live(String configYaml, long flushMillis) {
        return new JobPlan(configYaml, true, 0, flushMillis);
    }

    /** Has snapshot rows say what each chance is made of. */
    public JobPlan withExplainedSnapshots() {
        explained = true;
        return this;
    }

    /** Whether snapshot rows say what each chance is made of. */
    public boolean explainsSnapshots() {
        return explained;
    }

    /** A model document with what decides when it is in force. */
    private record Dated(long sequence, long effectiveFrom, byte[] document)
            implements Serializable {}

    /**
     * Adds a model that is in force from the start, whatever its own effective instant: a what-if
     * over all of history.
     */
    public JobPlan withModel(byte[] document) {
        models.add(new Dated(models.size() + 1L, Long.MIN_VALUE, document));
        return this;
    }

    /**
     * Adds a model that is in force from an instant on, until one of a higher sequence is: history
     * as it would have been forecast.
     *
     * @param effectiveFrom epoch milliseconds
     */
    public JobPlan withDatedModel(long sequence, long effectiveFrom, byte[] document) {
        models.add(new Dated(sequence, effectiveFrom, document));
        return this;
    }

    /** The models known from the start, each in force from its instant on. */
    public List<ModelPublished> models() {
        List<ModelPublished> published = new ArrayList<>();
        for (Dated model : models) {
            published.add(
                    new ModelPublished(
                            model.sequence,
                            null,
                            model.effectiveFrom,
                            0,
                            "replay",
                            model.document));
        }
        return published;
    }

    /**
     * Wall milliseconds within which a deal's provisional forecast follows an event: a quarter of a
     * flush.
     */
    public long refreshMillis() {
        return Math.max(1, flushMillis / 4);
    }

    /** The settings, read back from the text. */
    public PipelineSettings settings() {
        return PipecastConfig.parse(configYaml).pipeline();
    }
}
