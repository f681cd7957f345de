package io.pipecast.streaming.operators;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.ModelStatus.State;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.ModelCard;
import io.pipecast.streaming.serialization.RowTypes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeutils.base.LongSerializer;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/**
 * Says what becomes of every published model: in force, waiting, superseded, shadow, or refused and
 * why. It decides by the rules of the operators that forecast, from the same records and the same
 * clock.
 */
public final class ReportModels extends KeyedProcessFunction<Integer, Steering, ModelStatus> {
    private static final long serialVersionUID = 1L;

    private final JobPlan plan;

    private transient PipelineSettings settings;
    private transient MapState<Long, ModelStatus> models;

    public ReportModels(JobPlan plan) {
        this.plan = plan;
    }

    @Override
    public void open(OpenContext openContext) {
        settings = plan.settings();
        models =
                getRuntimeContext()
                        .getMapState(
                                new MapStateDescriptor<>(
                                        "models", LongSerializer.INSTANCE, new RowTypes.Models()));
    }

    @Override
    public void processElement(Steering record, Context ctx, Collector<ModelStatus> out)
            throws Exception {
        ModelPublished published = record.model();
        if (models.contains(published.sequence())) {
            return;
        }
        models.put(published.sequence(), unstated(published));
        long due = published.effectiveFrom() - settings.latenessMillis();
        if (due > ctx.timerService().currentWatermark()) {
            ctx.timerService().registerEventTimeTimer(due);
        }
        restate(ctx.timerService().currentWatermark(), out);
    }

    @Override
    public void onTimer(long at, OnTimerContext ctx, Collector<ModelStatus> out) throws Exception {
        restate(ctx.timerService().currentWatermark(), out);
    }

    /** States every publication whose standing changed. */
    private void restate(long watermark, Collector<ModelStatus> out) throws Exception {
        long clock =
                watermark == Long.MIN_VALUE
                        ? ModelStatus.UNKNOWN
                        : watermark + settings.latenessMillis();
        List<ModelStatus> all = new ArrayList<>();
        models.values().forEach(all::add);
        long champion = newest(all, List.of(ModelPublished.Role.CHAMPION), clock);
        List<ModelPublished.Role> shadowing =
                List.of(ModelPublished.Role.SHADOW, ModelPublished.Role.SHADOW_END);
        long shadow = newest(all, shadowing, clock);
        for (ModelStatus before : all) {
            long newest = before.role() == ModelPublished.Role.CHAMPION ? champion : shadow;
            State state = state(before, newest);
            if (before.version() == 0 || state != before.state()) {
                ModelStatus after = before.moved(state, clock);
                models.put(after.sequence(), after);
                out.collect(after);
            }
        }
    }

    /** Highest sequence of some roles that can be used and is effective, or Long.MIN_VALUE. */
    private static long newest(List<ModelStatus> all, List<ModelPublished.Role> roles, long clock) {
        return all.stream()
                .filter(m -> roles.contains(m.role()) && m.reason() == null)
                .filter(m -> m.effectiveFrom() <= clock)
                .mapToLong(ModelStatus::sequence)
                .max()
                .orElse(Long.MIN_VALUE);
    }

    private static State state(ModelStatus model, long newest) {
        if (model.reason() != null) {
            return State.REFUSED;
        }
        if (model.sequence() > newest) {
            return State.SCHEDULED;
        }
        boolean decides = model.sequence() == newest;
        return switch (model.role()) {
            case CHAMPION -> decides ? State.IN_FORCE : State.SUPERSEDED;
            case SHADOW -> decides ? State.SHADOW : State.SHADOW_ENDED;
            case SHADOW_END -> State.SHADOW_ENDED;
        };
    }

    /** A publication before the first statement about it. */
    private ModelStatus unstated(ModelPublished published) {
        ModelCard card = null;
        String refusal = null;
        if (published.role() != ModelPublished.Role.SHADOW_END) {
            ModelFile.Reading reading = PublishedModel.reading(published, settings);
            refusal = reading.refusal();
            card = reading.model() == null ? null : reading.model().card();
        }
        return new ModelStatus(
                published.sequence(),
                0,
                published.role(),
                State.SCHEDULED,
                refusal,
                ModelStatus.UNKNOWN,
                published.modelVersion(),
                published.effectiveFrom(),
                published.publishedAt(),
                published.actor(),
                published.restores(),
                card == null ? ModelStatus.UNKNOWN : card.trainedFrom(),
                card == null ? ModelStatus.UNKNOWN : card.trainedUntil(),
                card == null ? Map.of() : card.metrics());
    }
}
