package io.pipecast.domain.deal;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import io.pipecast.domain.deal.TypedActivities.OfType;
import org.junit.jupiter.api.Test;

class TypedActivitiesTest {
    private final TypedActivities typed = new TypedActivities();

    @Test
    void countsWhatWasDoneAndWhatWasMeantByType() {
        add("demo", Status.SCHEDULED, 1);
        add("demo", Status.COMPLETED, 2);
        add("review", Status.STARTED, 3);
        add("review", Status.CANCELED, 4);
        OfType demo = typed.of("demo");
        assertThat(demo.done()).isEqualTo(1);
        assertThat(demo.planned()).isEqualTo(1);
        assertThat(demo.lastDoneAt()).isEqualTo(2);
        OfType review = typed.of("review");
        assertThat(review.done()).isZero();
        assertThat(review.planned()).isEqualTo(1);
        assertThat(review.lastDoneAt()).isEqualTo(DealView.UNKNOWN);
        assertThat(typed.of("other")).isNull();
    }

    @Test
    void anotherStageCountsAnew() {
        add("demo", Status.COMPLETED, 1);
        typed.enterStage();
        add("demo", Status.COMPLETED, 2);
        assertThat(typed.of("demo").done()).isEqualTo(2);
        assertThat(typed.of("demo").doneInStage()).isEqualTo(1);
    }

    @Test
    void tellsEightTypesApartAndNoMore() {
        for (int i = 0; i < 12; i++) {
            add("t" + i, Status.COMPLETED, i);
        }
        assertThat(typed.of("t7").done()).isEqualTo(1);
        assertThat(typed.of("t8")).isNull();
    }

    private void add(String type, Status status, long at) {
        typed.add(type, ActivityCode.pack(Kind.TASK, Direction.INTERNAL, status), at);
    }
}
