package io.pipecast.connect.importing;

import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import io.pipecast.connect.publishing.EventPublisher;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Where imported events go: a file, Kafka, or both. */
public final class EventOutputs implements EventSink, Closeable {
    private final EventFile file;
    private final EventPublisher publisher;
    private final List<EventSink> sinks = new ArrayList<>();

    private EventOutputs(EventFile file, EventPublisher publisher) {
        this.file = file;
        this.publisher = publisher;
        if (file != null) {
            sinks.add(file);
        }
        if (publisher != null) {
            sinks.add(publisher);
        }
    }

    /**
     * Opens the outputs asked for.
     *
     * @param out file, or null
     * @param kafka brokers to publish to, with their topics, or null
     */
    public static EventOutputs open(Path out, KafkaSettings kafka) throws IOException {
        EventPublisher publisher = kafka == null ? null : EventPublisher.connect(kafka);
        return new EventOutputs(out == null ? null : new EventFile(out), publisher);
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        for (EventSink sink : sinks) {
            sink.accept(event);
        }
    }

    @Override
    public boolean canRestart() {
        return publisher == null;
    }

    @Override
    public void restart() throws IOException {
        file.restart();
    }

    @Override
    public void finish() throws IOException {
        for (EventSink sink : sinks) {
            sink.finish();
        }
    }

    @Override
    public void close() throws IOException {
        if (publisher != null) {
            publisher.close();
        }
        if (file != null) {
            file.close();
        }
    }
}
