package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.alert.Alert.Status;
import io.pipecast.domain.deal.DealStory;
import org.junit.jupiter.api.Test;

class AlertAmountTest {
    @Test
    void anAmountIsConvertedByNoRateOfALaterDay() {
        DealStory story = new DealStory().at("2026-03-02T09:00").created().stage("Negotiation");
        story.amount(1).closeDate("2026-06-30");
        story.at("2026-03-30T09:00").stage("Won");
        AlertContext byDay =
                new AlertContext(
                        TestCompany.settings(), LearnedLimits.NONE, (amount, currency, day) -> day);
        AlertDesk desk = new AlertDesk().settle(story, "2026-03-31T00:00", byDay);
        assertThat(desk.stated).isNotEmpty();
        for (Alert alert : desk.stated) {
            long at = alert.status() == Status.RAISED ? alert.raisedAt() : alert.resolvedAt();
            if (alert.status() != Status.UPDATED) {
                int day = TestCompany.settings().calendar().days().dayOf(at);
                assertThat(alert.corporateAmount()).isEqualTo(day);
            }
        }
    }
}
