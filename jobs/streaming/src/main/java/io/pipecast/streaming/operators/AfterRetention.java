package io.pipecast.streaming.operators;

import io.pipecast.codec.input.Reason;
import io.pipecast.codec.input.Rejection;
import io.pipecast.domain.deal.DealEvent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What becomes of an event of a deal whose state was dropped. */
final class AfterRetention {
    private AfterRetention() {}

    /**
     * The refusal of an event.
     *
     * @param retentionDays days for which a deal that ended is kept
     */
    static Rejection of(DealEvent event, int retentionDays) {
        String id = event.opportunityId();
        byte[] raw = (id + " " + Arrays.toString(event.facts())).getBytes(StandardCharsets.UTF_8);
        return new Rejection(
                Reason.AFTER_RETENTION.code,
                null,
                "deal " + id + " was dropped " + retentionDays + " days after it ended",
                event.source(),
                -1,
                event.time(),
                raw,
                raw.length);
    }
}
