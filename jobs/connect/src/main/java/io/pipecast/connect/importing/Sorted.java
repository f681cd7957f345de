package io.pipecast.connect.importing;

import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Keeps all events in memory and passes them on in order at the end. */
final class Sorted implements EventSink {
    private final EventSink next;
    private final List<ImportedEvent> events = new ArrayList<>();

    Sorted(EventSink next) {
        this.next = next;
    }

    @Override
    public void accept(ImportedEvent event) {
        events.add(event);
    }

    @Override
    public void finish() throws IOException {
        Collections.sort(events);
        for (ImportedEvent event : events) {
            next.accept(event);
        }
        next.finish();
    }
}
