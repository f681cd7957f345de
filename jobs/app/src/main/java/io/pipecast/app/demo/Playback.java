package io.pipecast.app.demo;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.settings.PipelineSettings;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a feed into Kafka: history as fast as it goes, then working days at a pace, nights and days
 * off skipped.
 */
final class Playback implements Runnable {
    private static final long HOUR = 3_600_000L;

    /**
     * Company time between ticks in fast motion. A deal is visited once a tick, for all midnights
     * the tick has passed: the longer the step, the less is fetched twice.
     */
    private static final long HISTORY_TICK = 14 * 24 * HOUR;

    private static final long WORK_STARTS = 8 * HOUR;
    private static final long WORK_ENDS = 18 * HOUR;
    private static final long TICK_MILLIS = 100;
    private static final double WALL_MILLIS_PER_DAY = 60_000;

    private final Feed feed;
    private final FeedWriter writer;
    private final DayClock days;
    private final BusinessDays business;
    private final double speed;
    private long nextTick = Long.MIN_VALUE;
    private volatile boolean stopped;

    /**
     * A playback.
     *
     * @param speed 1 for a working day a wall minute
     */
    Playback(Feed feed, FeedWriter writer, PipelineSettings settings, double speed) {
        this.feed = feed;
        this.writer = writer;
        this.days = settings.calendar().days();
        this.business = settings.calendar().business();
        this.speed = speed;
    }

    /** Writes the history with its ticks. */
    void history(History history) throws InterruptedException {
        history.forEach(
                message -> {
                    if (message.at() >= nextTick) {
                        if (nextTick != Long.MIN_VALUE) {
                            writer.tick(nextTick);
                        }
                        nextTick =
                                Math.floorDiv(message.at(), HISTORY_TICK) * HISTORY_TICK
                                        + HISTORY_TICK;
                    }
                    writer.send(message);
                });
        writer.tick(feed.liveFrom());
        writer.flush();
    }

    /** Plays on from {@link Feed#liveFrom} until stopped or nothing is left. */
    @Override
    public void run() {
        long clock = startOfWork(feed.liveFrom());
        long step =
                Math.round((WORK_ENDS - WORK_STARTS) / WALL_MILLIS_PER_DAY * TICK_MILLIS * speed);
        long wall = System.nanoTime();
        while (!stopped && feed.nextAt() != Feed.END) {
            while (feed.nextAt() <= clock) {
                writer.send(feed.next());
            }
            writer.tick(clock);
            clock = advance(clock, step);
            wall += TimeUnit.MILLISECONDS.toNanos(TICK_MILLIS);
            LockSupport.parkNanos(wall - System.nanoTime());
        }
    }

    private long startOfWork(long instant) {
        int day = days.dayOf(instant);
        while (!business.isWorking(day)) {
            day++;
        }
        return Math.max(instant, days.startOf(day) + WORK_STARTS);
    }

    private long advance(long clock, long step) {
        long next = clock + step;
        int day = days.dayOf(clock);
        return next > days.startOf(day) + WORK_ENDS ? startOfWork(days.startOf(day + 1)) : next;
    }

    void stop() {
        stopped = true;
    }
}
