package io.pipecast.training.fit;

import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import io.pipecast.domain.deal.DealField;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.Fact;
import io.pipecast.model.closing.AlertLimits;
import io.pipecast.training.MadeLog;
import org.junit.jupiter.api.Test;

/** Limits learned from deals whose measures are known; every day is a business day. */
class AlertLimitsFitTest {
    private final MadeLog log = new MadeLog();

    /** A deal won on a day, with a call on another; its offer begins on day 10. */
    private void won(int i, double call, double wonOn, String type) {
        String id = "d" + i;
        log.create(id, at(0), "u1", 100 * (i + 1));
        log.say(id, at(0.1), DealField.DEAL_TYPE, Fact.NO_NUMBER, type);
        log.move(id, at(10), "Offer");
        log.say(
                id,
                at(call),
                DealField.ACTIVITY,
                ActivityCode.pack(Kind.CALL, Direction.OUTBOUND, Status.COMPLETED),
                "u1");
        log.move(id, at(wonOn), "Won");
    }

    private AlertLimits fit(double until) {
        return new AlertLimitsFit(MadeLog.SETTINGS).fit(log.log(Long.MAX_VALUE), at(until));
    }

    @Test
    void theQuantileOfWhatWonDealsMeasuredIsTheLimitOfTheirStageAndSegment() {
        for (int i = 0; i < 41; i++) {
            won(i, 12, 20 + i, "RENEWAL");
        }
        AlertLimits limits = fit(100);
        // stays in Offer of 10 to 50 days, silences since the call of 8 to 48
        assertThat(limits.limit(AlertRule.STALLED_IN_STAGE, MadeLog.OFFER, DealType.RENEWAL))
                .isCloseTo(46, within(1e-9));
        assertThat(limits.limit(AlertRule.GONE_QUIET, MadeLog.OFFER, DealType.RENEWAL))
                .isCloseTo(44, within(1e-9));
        assertThat(limits.limit(AlertRule.STALLED_IN_STAGE, MadeLog.TALK, DealType.RENEWAL))
                .isCloseTo(10, within(1e-9));
        assertThat(limits.usualAmount(DealType.RENEWAL)).isEqualTo(2_100);
    }

    @Test
    void aThinSegmentGoesByAllDealsOfTheStageAndATinyLogByNothing() {
        for (int i = 0; i < 35; i++) {
            won(i, 12, 20, i < 3 ? "EXPANSION" : "NEW");
        }
        AlertLimits limits = fit(100);
        assertThat(limits.limit(AlertRule.STALLED_IN_STAGE, MadeLog.OFFER, DealType.EXPANSION))
                .isEqualTo(10);
        assertThat(limits.all())
                .noneMatch(limit -> limit.segment() == DealType.EXPANSION.ordinal());
        assertThat(fit(15).all()).isEmpty();
    }

    @Test
    void pushesByHandOfWonDealsAreTheLimitOfPushes() {
        for (int i = 0; i < 30; i++) {
            won(i, 12, 30, "NEW");
            for (int push = 0; push < 3; push++) {
                long day = MadeLog.START.plusDays(40 + push).toEpochDay();
                log.say("d" + i, at(13 + push), DealField.CLOSE_DATE, day, null);
            }
        }
        // the first date is no push: two are, so more than two are too many
        assertThat(fit(100).limit(AlertRule.PUSHED_REPEATEDLY, MadeLog.OFFER, DealType.NEW))
                .isEqualTo(3);
    }
}
