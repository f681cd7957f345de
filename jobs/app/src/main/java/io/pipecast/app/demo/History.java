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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;

/**
 * Everything before a demo goes live: the company's records and, among them at the start of each
 * period and at the end, the models that could be trained then from what had been sent by then. So
 * the errors of past forecasts on the board are those of honest forecasts. A thread of its own
 * reads and trains; what it has is taken while it goes on.
 */
final class History {
    private static final String ACTOR = "demo";

    /** Records handed on at once. */
    private static final int PART = 1000;

    private static final List<Message> END = new ArrayList<>();

    private final Feed feed;
    private final PipelineSettings settings;
    private final InputDecoder decoder;
    private final DealLog log;
    private final HazardTrainer trainer;
    private final BlockingQueue<List<Message>> parts = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> reading;
    private List<Message> part = new ArrayList<>();
    private Period period;
    private int records;
    private int models;
    private String newestModel = "none";

    private History(Feed feed, PipelineSettings settings) {
        this.feed = feed;
        this.settings = settings;
        this.decoder = new InputDecoder(settings);
        this.log = new DealLog(settings);
        // a demo has neither the time nor the memory for more
        this.trainer = new HazardTrainer(settings, Effort.HAZARDS, step -> {});
        this.reading = new CompletableFuture<>();
    }

    /** Begins to read a feed's history and to train on it. */
    static History of(Feed feed, PipelineSettings settings) {
        History history = new History(feed, settings);
        history.reading.completeAsync(
                () -> {
                    history.read();
                    return null;
                });
        history.reading.whenComplete((done, failure) -> history.parts.add(END));
        return history;
    }

    private void read() {
        while (feed.nextAt() < feed.liveFrom()) {
            trainBefore(feed.nextAt());
            Message message = feed.next();
            records++;
            add(message);
            learn(message);
        }
        if (!log.isEmpty()) {
            train(feed.liveFrom());
        }
        parts.add(part);
    }

    private void add(Message message) {
        part.add(message);
        if (part.size() == PART) {
            parts.add(part);
            part = new ArrayList<>();
        }
    }

    private void learn(Message message) {
        Input input = decoder.decode(message.value(), message.topic().id, records, message.at());
        if (input.kind == Input.Kind.DEAL) {
            log.add(input.deal());
        } else if (input.kind == Input.Kind.ORGANIZATION) {
            log.add(input.organization());
        }
    }

    /** Trains at the ends of all periods up to an instant. */
    private void trainBefore(long instant) {
        if (period == null && !log.isEmpty()) {
            int firstDay = settings.calendar().days().dayOf(log.firstTime());
            period = settings.calendar().fiscal().at(firstDay);
        }
        while (period != null && endOf(period) <= instant) {
            train(endOf(period));
            period = settings.calendar().fiscal().get(period.index() + 1);
        }
    }

    private long endOf(Period ended) {
        return settings.calendar().days().startOf(ended.endDay());
    }

    private void train(long at) {
        HazardModel model =
                trainer.fit(RowBuilder.withFewFeatures(log, settings), at).published(++models, at);
        newestModel = model.version();
        ModelPublished published =
                new ModelPublished(
                        model.sequence(),
                        model.version(),
                        model.effectiveFrom(),
                        model.effectiveFrom(),
                        ACTOR,
                        ModelFile.write(model));
        add(new Message(Topic.CONTROL, "model", at, ControlAvro.encode(published)));
    }

    /**
     * Hands on records and publications of models in the order they are sent, as soon as they are
     * there; returns after the last.
     */
    void forEach(Consumer<Message> out) throws InterruptedException {
        for (List<Message> next = parts.take(); next != END; next = parts.take()) {
            next.forEach(out);
        }
        reading.join();
    }

    /** Number of records, once all have been handed on. */
    int records() {
        return records;
    }

    /** Version of the model in force when the demo goes live, once all have been handed on. */
    String newestModel() {
        return newestModel;
    }
}
