package io.pipecast.board.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.access.Seen;
import io.pipecast.board.access.Sight;
import io.pipecast.board.access.Viewer;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Views;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.organization.Tree;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KnownPastTest {
    private static final SalesCalendar CALENDAR = SampleBoard.settings().calendar();
    private static final long DAY = 86_400_000L;
    private static final long NOW = SampleBoard.NOW;
    private static final Period QUARTER = CALENDAR.fiscal().at(CALENDAR.days().dayOf(NOW));
    private static final long START = CALENDAR.days().startOf(QUARTER.startDay());
    private static final long WORTH = 5_000_000;

    private final Views views = new Views(SampleBoard.settings(), () -> NOW, Changes.NONE);
    private final Seen seen = new Sight(views, AccessSettings.OPEN).of(Viewer.ANYBODY);

    private KnownPast past(long closed, Scope scope) {
        PipelineForecast row = Rows.company(1, 1, QUARTER, 1, closed);
        return KnownPast.of(seen, scope, row, START, NOW - 400 * DAY);
    }

    private static Scope everybody() {
        return new Scope(Tree.REPORTING, null, null);
    }

    private void won(String id, long closedAt) {
        views.deal(Rows.ended(id, 1, Outcome.WON, closedAt));
    }

    @Test
    void whatWasToldLateCountsOnTheDayItBelongsTo() {
        won("first", START + 5 * DAY);
        won("late", START + 10 * DAY);
        won("before the period", START - 1);
        views.deal(Rows.ended("lost", 1, Outcome.LOST, START + 6 * DAY));
        views.deal(Rows.deal("open", 1, WORTH));

        KnownPast past = past(2 * WORTH, everybody());

        assertThat(past.isTold()).isTrue();
        assertThat(past.closed(START, START + 5 * DAY)).isZero();
        assertThat(past.closed(START, START + 5 * DAY + 1)).isEqualTo(WORTH);
        assertThat(past.closed(START, START + 11 * DAY)).isEqualTo(2 * WORTH);
    }

    @Test
    void whatWasReopenedOrDeletedSinceIsGone() {
        won("kept", START + 5 * DAY);
        won("reopened", START + 6 * DAY);
        won("deleted", START + 7 * DAY);
        views.deal(Rows.deal("reopened", 2, WORTH));
        views.deal(Rows.removed("deleted", 2));

        assertThat(past(WORTH, everybody()).closed(START, NOW)).isEqualTo(WORTH);
    }

    @Test
    void dealsThatDoNotMakeTheSumTellNoPast() {
        won("shared", START + 5 * DAY);

        assertThat(past(WORTH / 2, everybody()).isTold()).isFalse();
        assertThat(past(WORTH / 2, everybody()).closed(START, NOW)).isNull();
    }

    @Test
    void whatClosedJustNowMayArriveBeforeOrAfterTheSum() {
        won("just now", NOW - 1_000);

        assertThat(past(0, everybody()).isTold()).isTrue();
        assertThat(past(WORTH, everybody()).isTold()).isTrue();
        assertThat(past(3 * WORTH, everybody()).isTold()).isFalse();
    }

    @Test
    void onlyDealsBelowTheNodeCount() {
        won("of rep-01", START + 5 * DAY);

        Scope others = new Scope(Tree.REPORTING, Set.of("rep-02"), "Rep 2");
        assertThat(past(0, others).closed(START, NOW)).isZero();
    }

    @Test
    void aPeriodThatBeganBeforeDealsAreKeptIsNotKnown() {
        KnownPast past = past(0, everybody());

        assertThat(past.closed(NOW - 401 * DAY, NOW)).isNull();
        assertThat(past.closed(NOW - 399 * DAY, NOW)).isZero();
    }
}
