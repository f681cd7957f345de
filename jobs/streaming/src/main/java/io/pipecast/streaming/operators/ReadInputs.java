package io.pipecast.streaming.operators;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.FeedBook;
import io.pipecast.domain.deal.DealEvent;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.ProcessFunction;
import org.apache.flink.util.Collector;

/**
 * READ: tells what a record is. Deal events go on; what steers, what is refused and how far each
 * feed has come go to the side. Every record ends as an effect, a counted no-op or a rejection.
 */
public final class ReadInputs extends ProcessFunction<Input, DealEvent> {
    private static final long serialVersionUID = 1L;

    /** Wall milliseconds after which feeds are reported though nothing came. */
    private static final long HEARTBEAT_MILLIS = 1_000;

    private final boolean live;
    private final long reportMillis;

    private transient Map<String, long[]> feeds;
    private transient Map<String, long[]> heard;
    private transient long reportedAt;
    private transient boolean changed;
    private transient Tally events;
    private transient Tally noops;
    private transient Tally rejected;
    private transient Tally organization;

    /** A reader for a plan: a live job reports its feeds, a replay states its end. */
    public ReadInputs(JobPlan plan) {
        this.live = plan.live;
        this.reportMillis = plan.flushMillis;
    }

    @Override
    public void open(OpenContext openContext) {
        feeds = new HashMap<>();
        heard = new HashMap<>();
        events = new Tally(getRuntimeContext(), "dealEvents");
        noops = new Tally(getRuntimeContext(), "noops");
        rejected = new Tally(getRuntimeContext(), "rejectedRecords");
        organization = new Tally(getRuntimeContext(), "organizationRecords");
    }

    @Override
    public void processElement(Input input, Context ctx, Collector<DealEvent> out) {
        switch (input.kind) {
            case DEAL -> {
                events.inc();
                out.collect(input.deal());
                note(input.deal());
                hear(input.deal(), ctx);
            }
            case ORGANIZATION -> {
                organization.inc();
                ctx.output(Streams.STEERING, Steering.of(input.organization()));
            }
            case MODEL -> ctx.output(Streams.STEERING, Steering.of(input.model()));
            case POLICY -> ctx.output(Streams.STEERING, Steering.of(input.policy()));
            case CALL -> ctx.output(Streams.STEERING, Steering.of(input.call()));
            case REJECTED -> {
                rejected.inc();
                ctx.output(Streams.REJECTED, input.rejection());
            }
            case ACTION -> ctx.output(Streams.STEERING, Steering.of(input.action()));
            case OVERRIDE -> {
                // stands beside what the job says, on the board: no sum follows it
            }
            case NOOP -> noops.inc();
            case TICK -> tick(input.tickAt(), ctx);
        }
    }

    /** Tells once for each stretch of time that a feed was heard in it; now and then twice. */
    private void hear(DealEvent event, Context ctx) {
        long[] last = heard.computeIfAbsent(event.source(), source -> new long[] {Long.MIN_VALUE});
        long time = event.time();
        // asked for every event, and nearly always it is of the stretch of the one before
        if (time >= last[0] || time < last[0] - FeedBook.STRETCH_MILLIS) {
            last[0] = FeedBook.stretchOf(time);
            ctx.output(Streams.HEARD, Steering.heard(event.source(), last[0]));
        }
    }

    private void note(DealEvent event) {
        if (live) {
            long[] feed =
                    feeds.computeIfAbsent(event.source(), s -> new long[] {Long.MIN_VALUE, 0});
            feed[0] = Math.max(feed[0], event.time());
            feed[1]++;
            changed = true;
        }
    }

    /**
     * In a live job feeds are reported with the ticks and summed downstream: soon after an event,
     * and from time to time without one, so that who reads them sees that the clock goes on. In a
     * replay the one tick is the end.
     */
    private void tick(long at, Context ctx) {
        if (!live) {
            ctx.output(Streams.STEERING, Steering.end(at));
            return;
        }
        long now = ctx.timerService().currentProcessingTime();
        if (now - reportedAt >= (changed ? reportMillis : HEARTBEAT_MILLIS)) {
            reportedAt = now;
            changed = false;
            feeds.forEach(
                    (source, feed) -> {
                        ctx.output(Streams.FEEDS, new FeedStatus(source, feed[0], feed[1], 0, at));
                        feed[1] = 0;
                    });
        }
    }
}
