package io.pipecast.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import org.junit.jupiter.api.Test;

class TypedActivitiesTest {
    private final TypedActivities typed = new TypedActivities();

    @Test
    void countsWhatWasDoneAndWhatWasMeantByType() {
        add("demo", Status.SCHEDULED, 1);
        add("demo", Status.COMPLETED, 2);
        add("review", Status.STARTED, 3);
        add("review", Status.CANCELED, 4);
        int demo = typed.indexOf("demo");
        assertThat(typed.done(demo)).isEqualTo(1);
        assertThat(typed.planned(demo)).isEqualTo(1);
        assertThat(typed.lastDoneAt(demo)).isEqualTo(2);
        int review = typed.indexOf("review");
        assertThat(typed.done(review)).isZero();
        assertThat(typed.planned(review)).isEqualTo(1);
        assertThat(typed.lastDoneAt(review)).isEqualTo(DealView.UNKNOWN);
        assertThat(typed.indexOf("other")).isNegative();
    }

    @Test
    void anotherStageCountsAnew() {
        add("demo", Status.COMPLETED, 1);
        typed.enterStage();
        add("demo", Status.COMPLETED, 2);
        assertThat(typed.done(0)).isEqualTo(2);
        assertThat(typed.doneInStage(0)).isEqualTo(1);
    }

    @Test
    void tellsEightTypesApartAndNoMore() {
        for (int i = 0; i < 12; i++) {
            add("t" + i, Status.COMPLETED, i);
        }
        assertThat(typed.indexOf("t7")).isEqualTo(7);
        assertThat(typed.indexOf("t8")).isNegative();
    }

    private void add(String type, Status status, long at) {
        typed.add(type, ActivityCode.pack(Kind.TASK, Direction.INTERNAL, status), at);
    }
}
