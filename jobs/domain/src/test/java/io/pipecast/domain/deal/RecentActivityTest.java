package io.pipecast.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RecentActivityTest {
    private static final long DAY = 86_400_000;
    private static final long NOON = 20_000 * DAY + DAY / 2;

    @Test
    void halvesEveryFourAndEverySixteenDays() {
        RecentActivity recent = new RecentActivity();
        recent.add(RecentActivity.INBOUND, NOON);
        assertThat(recent.fast(RecentActivity.INBOUND, NOON)).isEqualTo(1);
        assertThat(recent.fast(RecentActivity.INBOUND, NOON + 4 * DAY)).isEqualTo(0.5);
        assertThat(recent.fast(RecentActivity.INBOUND, NOON + 8 * DAY)).isEqualTo(0.25);
        assertThat(recent.slow(RecentActivity.INBOUND, NOON + 16 * DAY)).isEqualTo(0.5);
        assertThat(recent.slow(RecentActivity.INBOUND, NOON + 5000 * DAY)).isZero();
        assertThat(recent.fast(RecentActivity.OUTBOUND, NOON)).isZero();
    }

    @Test
    void addsUpWhatLiesApart() {
        RecentActivity recent = new RecentActivity();
        for (int i = 0; i < 3; i++) {
            recent.add(RecentActivity.MEETING, NOON + 4 * i * DAY);
        }
        recent.add(RecentActivity.OUTBOUND, NOON + 9 * DAY);
        assertThat(recent.fast(RecentActivity.MEETING, NOON + 12 * DAY))
                .isCloseTo(0.5 + 0.25 + 0.125, within(1e-12));
    }

    @Test
    void fadesByTheHoursOfTheClockHoweverOftenItIsAskedOrAddedTo() {
        RecentActivity often = new RecentActivity();
        RecentActivity seldom = new RecentActivity();
        often.add(RecentActivity.OUTBOUND, NOON);
        seldom.add(RecentActivity.OUTBOUND, NOON);
        for (int i = 1; i < 500; i++) {
            often.add(RecentActivity.INTERNAL, NOON + i * 600_000L);
        }
        long later = NOON + 10 * DAY;
        assertThat(often.fast(RecentActivity.OUTBOUND, later))
                .isCloseTo(seldom.fast(RecentActivity.OUTBOUND, later), within(1e-12));
    }
}
