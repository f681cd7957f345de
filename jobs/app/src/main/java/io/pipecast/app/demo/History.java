package io.pipecast.app.demo;

import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.InputDecoder;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.training.fit.Effort;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything before a demo goes live: the company's records, and the models that could have been
 * trained at the start of each past period from what was known then. So the errors of past
 * forecasts on the board are those of honest forecasts.
 */
final class History {
    private static final String ACTOR = "demo";

    private final List<Message> messages;
    private final List<Message> models;
    private final String newestModel;

    private History(List<Message> messages, List<Message> models, String newestModel) {
        this.messages = messages;
        this.models = models;
        this.newestModel = newestModel;
    }

    /** Reads a feed's history and trains on it. */
    static History of(Feed feed, PipelineSettings settings) {
        List<Message> messages = new ArrayList<>();
        DealLog log = new DealLog(settings);
        InputDecoder decoder = new InputDecoder(settings);
        while (feed.nextAt() < feed.liveFrom()) {
            Message message = feed.next();
            messages.add(message);
            Input input =
                    decoder.decode(
                            message.value(), message.topic().id, messages.size(), message.at());
            if (input.kind == Input.Kind.DEAL) {
                log.add(input.deal());
            } else if (input.kind == Input.Kind.ORGANIZATION) {
                log.add(input.organization());
            }
        }
        List<HazardModel> trained =
                log.isEmpty() ? List.of() : train(log, settings, feed.liveFrom());
        List<Message> models = new ArrayList<>();
        for (HazardModel model : trained) {
            models.add(publication(model));
        }
        return new History(
                messages,
                models,
                trained.isEmpty() ? "none" : trained.get(trained.size() - 1).version());
    }

    private static List<HazardModel> train(DealLog log, PipelineSettings settings, long liveFrom) {
        TrainingRows rows = RowBuilder.build(log, settings);
        // a demo has neither the time nor the memory for more
        HazardTrainer trainer = new HazardTrainer(settings, Effort.HAZARDS, step -> {});
        List<HazardModel> models = new ArrayList<>();
        int firstDay = settings.calendar().days().dayOf(log.firstTime());
        Period period = settings.calendar().fiscal().at(firstDay);
        long at = settings.calendar().days().startOf(period.endDay());
        while (at < liveFrom) {
            models.add(trainer.fit(rows, at).published(models.size() + 1L, at));
            period = settings.calendar().fiscal().get(period.index() + 1);
            at = settings.calendar().days().startOf(period.endDay());
        }
        models.add(trainer.fit(rows, liveFrom).published(models.size() + 1L, liveFrom));
        return models;
    }

    private static Message publication(HazardModel model) {
        ModelPublished published =
                new ModelPublished(
                        model.sequence(),
                        model.version(),
                        model.effectiveFrom(),
                        model.effectiveFrom(),
                        ACTOR,
                        ModelFile.write(model));
        return new Message(
                Topic.CONTROL, "model", model.effectiveFrom(), ControlAvro.encode(published));
    }

    /** Records in the order they were sent. */
    List<Message> messages() {
        return messages;
    }

    /** Publications of the models, in the order of their instants. */
    List<Message> models() {
        return models;
    }

    /** Version of the model in force when the demo goes live. */
    String newestModel() {
        return newestModel;
    }
}
