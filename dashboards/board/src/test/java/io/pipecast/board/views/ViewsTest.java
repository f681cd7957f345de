package io.pipecast.board.views;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleCalendar;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.forecast.DealForecast.Change;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ViewsTest {
    private static final Period QUARTER = SampleCalendar.CALENDAR.fiscal().byId("2026-Q4");
    private static final Period NEXT = SampleCalendar.CALENDAR.fiscal().byId("2027-Q1");

    private long now = 1_000;
    private final List<String> heard = new ArrayList<>();
    private final Views views =
            new Views(
                    SampleBoard.settings(),
                    () -> now,
                    new Changes() {
                        @Override
                        public void cut(long number) {
                            heard.add("cut " + number);
                        }

                        @Override
                        public void deal(String id) {
                            heard.add("deal " + id);
                        }

                        @Override
                        public void alert(String id) {
                            heard.add("alert " + id);
                        }

                        @Override
                        public void feed(String source) {
                            heard.add("feed " + source);
                        }
                    });

    private long closed(String node) {
        return views.forecasts().node(Tree.REPORTING, node).current().value(Quantity.CLOSED);
    }

    private void cut(long number, long version, long company, long rep) {
        views.pipeline(Rows.company(number, 2, QUARTER, version, company));
        views.pipeline(Rows.node(number, 2, "rep-01", QUARTER, PeriodRole.CURRENT, version, rep));
    }

    @Test
    void showsACutOnlyWhenAllItsRowsAreHere() {
        cut(1, 1, 100, 100);
        views.pipeline(Rows.company(2, 2, QUARTER, 2, 300));

        assertThat(closed("company")).isEqualTo(100);
        assertThat(views.forecasts().cut()).isEqualTo(1);

        views.pipeline(Rows.node(2, 2, "rep-01", QUARTER, PeriodRole.CURRENT, 2, 300));

        assertThat(closed("company")).isEqualTo(300);
        assertThat(closed("rep-01")).isEqualTo(300);
        assertThat(heard).containsExactly("cut 1", "cut 2");
    }

    @Test
    void aRepeatedRowDoesNotCompleteACut() {
        views.pipeline(Rows.company(1, 2, QUARTER, 1, 100));
        views.pipeline(Rows.company(1, 2, QUARTER, 1, 100));

        assertThat(views.forecasts().isEmpty()).isTrue();
    }

    @Test
    void keepsTheHighestVersionWhenAnEarlierCutIsRepeated() {
        cut(1, 1, 100, 100);
        cut(2, 5, 500, 500);
        cut(1, 1, 100, 100);

        assertThat(closed("company")).isEqualTo(500);
        assertThat(views.forecasts().cut()).isEqualTo(2);
    }

    @Test
    void takesWhatCompactionLeftOfAnEarlierCutWithTheNextCompleteOne() {
        views.pipeline(Rows.node(1, 2, "rep-01", QUARTER, PeriodRole.CURRENT, 1, 40));
        views.pipeline(Rows.company(2, 1, QUARTER, 2, 60));

        assertThat(closed("company")).isEqualTo(60);
        assertThat(closed("rep-01")).isEqualTo(40);
    }

    @Test
    void theFirstCutOfADayLeavesBehindWhatIsNotInIt() {
        cut(1, 1, 100, 100);
        long newYear = SampleCalendar.at(2027, 1, 1);
        PipelineForecast row = Rows.company(2, 1, NEXT, 2, 7);

        views.pipeline(
                Rows.row(2, 1, "company", NEXT, PeriodRole.CURRENT, 2, newYear, row.values()));

        assertThat(views.forecasts().company().current().period()).isEqualTo("2027-Q1");
        assertThat(views.forecasts().company().periods()).hasSize(1);
        assertThat(views.forecasts().node(Tree.REPORTING, "rep-01")).isNull();
    }

    @Test
    void anOlderVersionOfADealChangesNothing() {
        views.deal(Rows.deal("d1", 5, 500));
        views.deal(Rows.deal("d1", 4, 400));

        assertThat(views.deal("d1").amount()).isEqualTo(500);
        assertThat(heard).containsExactly("deal d1");
    }

    @Test
    void aRemovedDealIsGoneAndALateRepeatDoesNotBringItBack() {
        views.deal(Rows.deal("d1", 1, 100));
        views.deal(Rows.removed("d1", 2));
        views.deal(Rows.deal("d1", 1, 100));

        assertThat(views.deal("d1")).isNull();
        assertThat(views.deals()).isEmpty();
    }

    @Test
    void aResolvedAlertStaysResolvedUnderRepeats() {
        views.alert(Rows.alert("a", 1, Alert.Status.RAISED));
        views.alert(Rows.alert("a", 3, Alert.Status.RESOLVED));
        views.alert(Rows.alert("a", 2, Alert.Status.UPDATED));

        assertThat(views.openAlerts()).isEmpty();
        assertThat(views.alertsOf("d1")).hasSize(1);
    }

    @Test
    void freshnessGrowsUntilSomethingIsReceived() {
        now += 5_000;
        assertThat(views.freshnessMillis()).isEqualTo(5_000);

        views.feed(new FeedStatus("crm", 1, 1, 0, 2));
        assertThat(views.freshnessMillis()).isZero();
    }

    @Test
    void anEarlierStatementOfAFeedChangesNothing() {
        views.feed(new FeedStatus("crm", 90, 2, 0, 100));
        views.feed(new FeedStatus("crm", 40, 1, 0, 50));

        assertThat(views.feeds()).containsExactly(new FeedStatus("crm", 90, 2, 0, 100));
    }

    @Test
    void namesTheNewestMovesWithWhatWasBefore() {
        views.deal(
                Rows.deal(
                        "d1",
                        3,
                        300,
                        new Change(10, "AMOUNT", "100"),
                        new Change(20, "ACTIVITY", "call"),
                        new Change(25, "AMOUNT", "100"),
                        new Change(30, "AMOUNT", "300")));
        views.deal(Rows.deal("d2", 1, 1, new Change(20, "STAGE", "Proposal")));

        List<Move> moves = views.moves().newest(move -> true, 10);

        assertThat(moves).extracting(Move::at).containsExactly(30L, 20L, 10L);
        assertThat(moves.get(0).from()).isEqualTo("100");
        assertThat(moves.get(0).to()).isEqualTo("300");
        assertThat(moves.get(1).from()).isNull();
    }

    @Test
    void aNewDealIsOnePieceOfNews() {
        views.deal(
                Rows.deal(
                        "d1",
                        1,
                        300,
                        new Change(10, "LIFECYCLE", "CREATED"),
                        new Change(10, "STAGE", "Proposal"),
                        new Change(10, "AMOUNT", "300"),
                        new Change(20, "STAGE", "Negotiation")));

        assertThat(views.moves().newest(move -> true, 10))
                .extracting(Move::to)
                .containsExactly("Negotiation", "CREATED");
    }

    @Test
    void theRootGoesByTheNameOfTheCompany() {
        cut(1, 1, 100, 100);

        assertThat(views.forecasts().company().name()).isEqualTo("Halden Instruments");
    }
}
