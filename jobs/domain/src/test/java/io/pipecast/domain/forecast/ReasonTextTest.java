package io.pipecast.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.ReasonText.Against;
import org.junit.jupiter.api.Test;

/** Words as reps read them. */
class ReasonTextTest {
    private static final double NEVER = Double.NaN;

    private static String won(String feature, double value, double norm) {
        return ReasonText.of(new Reason("", feature, value, norm, 1), Against.WON_DEALS);
    }

    private static String week(String feature, double value, double norm) {
        return ReasonText.of(new Reason("", feature, value, norm, 1), Against.LAST_WEEK);
    }

    @Test
    void timesAreToldAgainstWonDeals() {
        assertThat(won("days since the buyer replied", 12.3, 3.1))
                .isEqualTo("no buyer reply for 12 days; won deals at this stage: 3");
        assertThat(won("days since the buyer replied", 0.2, 3.1))
                .isEqualTo("last buyer reply less than a day ago; won deals at this stage: 3");
        assertThat(won("days since a meeting", NEVER, 9))
                .isEqualTo("no meeting yet; won deals at this stage: 9");
        assertThat(won("days since a meeting", 4, NEVER))
                .isEqualTo("last meeting 4 days ago; won deals at this stage: none");
        assertThat(won("time in stage", 1.2, 14))
                .isEqualTo("1 business day in this stage; won deals at this stage: 14");
        assertThat(won("age", 83, 40.4)).isEqualTo("83 days old; won deals at this stage: 40 days");
        assertThat(won("older than any won deal", 400, 320.2))
                .isEqualTo("400 days old, and no deal was won at that age; oldest: 320 days");
    }

    @Test
    void whatLiesAheadAndBehind() {
        assertThat(won("days to the close date", -5, 12))
                .isEqualTo("close date 5 days ago; won deals at this stage: in 12 days");
        assertThat(won("days to the booked meeting", 3, NEVER))
                .isEqualTo("meeting in 3 days; won deals at this stage: none");
        assertThat(won("days to the booked meeting", NEVER, 2))
                .isEqualTo("no meeting booked; won deals at this stage: in 2 days");
    }

    @Test
    void whatTheSourceCallsAnActivityIsNamed() {
        assertThat(won("done of type Security review", 2, 1))
                .isEqualTo("2 activities of type Security review; won deals at this stage: 1");
        assertThat(won("days since one of type Demo", NEVER, 9))
                .isEqualTo("no activity of type Demo yet; won deals at this stage: 9");
    }

    @Test
    void countsAreSingularPluralOrNone() {
        assertThat(won("pushes", 4, 1))
                .isEqualTo("4 pushes of the close date; won deals at this stage: 1");
        assertThat(won("pushes", 1, 0))
                .isEqualTo("1 push of the close date; won deals at this stage: 0");
        assertThat(won("inbound in the last weeks", 0.04, 2.26))
                .isEqualTo("no buyer replies in the last weeks; won deals at this stage: 2.3");
    }

    @Test
    void ratiosAnswersAndNames() {
        assertThat(won("amount against its segment", Math.log(2.31), Math.log(1.04)))
                .isEqualTo("amount 2.3 times what is usual; won deals at this stage: 1");
        assertThat(won("the owner acted last", 0, 1))
                .isEqualTo(
                        "somebody other than the owner acted last; won deals at this stage:"
                                + " the owner acted last");
        assertThat(won("what was done or planned last", 5, 0))
                .isEqualTo("last was a meeting that was planned; won deals at this stage: a call");
        assertThat(won("path", 3, 7)).isEqualTo("the stages it went through");
        assertThat(won("shoe size", 3, 7)).isEqualTo("shoe size");
    }

    @Test
    void whatMovedIsToldAgainstTheWeekBefore() {
        assertThat(week("days since the buyer replied", 12, 5))
                .isEqualTo("no buyer reply for 12 days; a week ago: 5");
        assertThat(week("pushes", 2, 1)).isEqualTo("2 pushes of the close date; a week ago: 1");
        assertThat(week("stage", 2, 1)).isEqualTo("moved to another stage");
    }
}
