package io.pipecast.simulator.delivery;

import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Region;
import io.pipecast.simulator.record.TimedRecord;
import java.util.function.Consumer;

/**
 * What real feeds do: repeat themselves, come late and out of order, run on a clock that is wrong,
 * and now and then send something nobody can read. Calls and the organization are spared.
 */
public final class Mess implements Disturbance {
    /** Share of records sent twice. */
    public static final double DUPLICATES = 0.01;

    /** Share of records late by up to {@link #USUAL_DELAY_MILLIS}. */
    public static final double LATE = 0.04;

    /** Share of records late by more, up to {@link #LONGEST_DELAY_MILLIS}. */
    public static final double VERY_LATE = 0.0005;

    /** Unreadable records for one readable. */
    public static final double UNREADABLE = 0.0005;

    /** Most of the lateness stays below it. */
    public static final long USUAL_DELAY_MILLIS = 55 * 60_000L;

    /** Nothing is later than this. */
    public static final long LONGEST_DELAY_MILLIS = 3 * 86_400_000L;

    /** Feed whose clock is fast. */
    public static final Region SKEWED = Region.EMEA;

    /** How far that clock is ahead. */
    public static final long SKEW_MILLIS = 7 * 60_000L;

    /** One record in so many is huge; the first one comes early. */
    public static final long HUGE_EVERY = 250_000;

    private static final long FIRST_HUGE = 4_000;

    private final Dice dice;
    private final Spoiler spoiler = new Spoiler();
    private long passed;

    public Mess(long seed) {
        this.dice = Dice.of(seed, Dice.Stream.MESS, 0);
    }

    @Override
    public void pass(TimedRecord sent, Consumer<TimedRecord> on) {
        boolean ofDeals =
                sent.kind() == TimedRecord.Kind.OPPORTUNITY
                        || sent.kind() == TimedRecord.Kind.ACTIVITY;
        if (!ofDeals) {
            on.accept(sent);
            return;
        }
        TimedRecord record = SKEWED.source.equals(sent.source()) ? skewed(sent) : sent;
        on.accept(record.sentAt(record.at() + delay()));
        if (dice.chance(DUPLICATES)) {
            on.accept(record.sentAt(record.at() + dice.below(USUAL_DELAY_MILLIS)));
        }
        if (dice.chance(UNREADABLE)) {
            on.accept(spoiler.unreadable(record));
        }
        if (++passed % HUGE_EVERY == FIRST_HUGE) {
            on.accept(spoiler.huge(record));
        }
    }

    private long delay() {
        double draw = dice.uniform();
        if (draw < VERY_LATE) {
            return USUAL_DELAY_MILLIS + dice.below(LONGEST_DELAY_MILLIS - USUAL_DELAY_MILLIS);
        }
        return draw < VERY_LATE + LATE ? dice.below(USUAL_DELAY_MILLIS) : 0;
    }

    private static TimedRecord skewed(TimedRecord sent) {
        long wrong = sent.occurredAt() + SKEW_MILLIS;
        if (sent.kind() == TimedRecord.Kind.OPPORTUNITY) {
            sent.change().occurredAt = wrong;
        } else {
            sent.activity().occurredAt = wrong;
        }
        return new TimedRecord(sent.at(), wrong, sent.kind(), sent.key(), sent.value());
    }
}
