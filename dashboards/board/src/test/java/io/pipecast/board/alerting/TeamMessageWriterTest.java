package io.pipecast.board.alerting;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleTeams;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Views;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.AlertSubject;
import io.pipecast.domain.organization.Tree;
import org.junit.jupiter.api.Test;

/** What Alertmanager is told of teams and feeds. */
class TeamMessageWriterTest {
    private final Views views =
            new Views(SampleBoard.settings(), () -> SampleBoard.NOW, Changes.NONE);
    private final MessageWriter writer =
            new MessageWriter(
                    views,
                    SampleBoard.settings().calendar().days(),
                    "https://board.example.com",
                    "");

    private Message of(AlertRule rule, AlertSubject subject) {
        return writer.write(SampleTeams.alert(SampleBoard.NOW, rule, subject), Way.NOW, 2);
    }

    @Test
    void aTeamGoesToWhoLeadsIt() {
        Message message = of(AlertRule.COVERAGE_LOW, AlertSubject.team(Tree.REPORTING, "mgr-1"));
        assertThat(message.labels())
                .containsEntry("alertname", "PipecastTeamAlert")
                .containsEntry("manager", "mgr-1")
                .containsEntry("node", "mgr-1")
                .containsEntry("tree", "reporting")
                .containsEntry("delivery", "now");
        assertThat(message.annotations())
                .containsEntry("summary", "mgr-1: coverage too low")
                .containsEntry("evidence", "58 of mgr-1")
                .containsEntry("amount", "USD 120,000")
                .containsEntry("period_end", "2026-09-30")
                .containsEntry("board", "https://board.example.com/?tree=reporting&node=mgr-1");
    }

    @Test
    void aTerritoryHasAChannelAndNoManager() {
        Message message = of(AlertRule.FORECAST_FELL, AlertSubject.team(Tree.TERRITORY, "emea"));
        assertThat(message.labels())
                .containsEntry("territory", "emea")
                .containsEntry("tree", "territory")
                .containsEntry("manager", "unassigned");
    }
}
