package io.pipecast.domain.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Explanation.Shift;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    @Test
    void whatIsKnownOfPeopleGoesToTheRest() {
        Reason pushes = new Reason("pushes", "pushes", 1, 0, -7);
        Reason record = new Reason("owner's record", "the owner's record of wins", 1, 0, 20);
        Reason acts = new Reason("who acts", "the owner acted last", 1, 0, 300);
        Explanation why =
                new Explanation(
                        5,
                        List.of(acts, record, pushes),
                        1_000,
                        new Shift(9, List.of(record, pushes), 40));

        assertThat(why.impersonal())
                .isEqualTo(
                        new Explanation(
                                5, List.of(pushes), 1_320, new Shift(9, List.of(pushes), 60)));
        assertThat(why.since(null).impersonal().lastWeek()).isNull();
    }
}
