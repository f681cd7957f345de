package io.pipecast.connect.importing;

import io.pipecast.connect.emission.EventSink;
import io.pipecast.connect.emission.ImportedEvent;
import java.io.IOException;
import java.time.Instant;

/** Passes events on as they come, as long as they come in order. */
final class InOrder implements EventSink {
    private final EventSink next;
    private long last = Long.MIN_VALUE;

    InOrder(EventSink next) {
        this.next = next;
    }

    @Override
    public void accept(ImportedEvent event) throws IOException {
        if (event.time() < last) {
            throw new OutOfOrderException(
                    Instant.ofEpochMilli(event.time())
                            + " comes after "
                            + Instant.ofEpochMilli(last));
        }
        last = event.time();
        next.accept(event);
    }

    @Override
    public void finish() throws IOException {
        next.finish();
    }
}
