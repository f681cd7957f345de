package io.pipecast.board.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.board.Rows;
import io.pipecast.board.SampleBoard;
import io.pipecast.board.SampleCalendar;
import io.pipecast.board.SampleModels;
import io.pipecast.board.access.Sight;
import io.pipecast.board.alerting.DeliveryLog;
import io.pipecast.board.metrics.BoardMetrics;
import io.pipecast.board.views.Changes;
import io.pipecast.board.views.Views;
import io.pipecast.codec.output.FeedStatus;
import io.pipecast.codec.output.HealthAvro;
import io.pipecast.codec.output.ModelStatus;
import io.pipecast.codec.output.RowAvro;
import io.pipecast.codec.settings.AccessSettings;
import io.pipecast.codec.settings.KafkaSettings;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.alert.Alert;
import org.junit.jupiter.api.Test;

class RowRouterTest {
    private final Views views = new Views(SampleBoard.settings(), () -> 0, Changes.NONE);
    private final BoardMetrics metrics =
            new BoardMetrics(
                    views,
                    new Sight(views, AccessSettings.OPEN),
                    SampleBoard.options(0),
                    () -> true,
                    new DeliveryLog());
    private final KafkaSettings kafka = PipecastConfig.parse("kafka: {topicPrefix: eu.}").kafka();
    private final RowRouter router = new RowRouter(kafka, views, metrics);

    @Test
    void bringsEachTopicToItsView() {
        router.accept("eu.forecast.deals", RowAvro.encode(Rows.deal("d1", 1, 100)));
        router.accept(
                "eu.forecast.alerts", RowAvro.encode(Rows.alert("a", 1, Alert.Status.RAISED)));
        router.accept("eu.forecast.feeds", RowAvro.encode(new FeedStatus("crm", 1, 2, 0, 3)));
        router.accept(
                "eu.forecast.pipelines",
                RowAvro.encode(
                        Rows.company(
                                1, 1, SampleCalendar.CALENDAR.fiscal().byId("2026-Q4"), 1, 9)));

        router.accept("eu.forecast.models", RowAvro.encode(SampleModels.refused()));
        router.accept("eu.forecast.model-health", HealthAvro.encode(SampleModels.health()));

        assertThat(views.models().count(ModelStatus.State.REFUSED)).isEqualTo(1);
        assertThat(views.models().health("m", false)).hasSize(1);
        assertThat(views.deal("d1").amount()).isEqualTo(100);
        assertThat(views.openAlerts()).hasSize(1);
        assertThat(views.feeds()).hasSize(1);
        assertThat(views.forecasts().company().name()).isEqualTo("Halden Instruments");
        assertThat(metrics.text()).contains("pipecast_rows_total{topic=\"eu.forecast.deals\"} 1.0");
    }

    @Test
    void countsWhatItCannotReadAndGoesOn() {
        router.accept("eu.forecast.deals", new byte[] {1, 2, 3});
        router.accept("eu.forecast.deals", RowAvro.encode(Rows.deal("d1", 1, 100)));

        assertThat(views.deal("d1")).isNotNull();
        assertThat(metrics.text())
                .contains("pipecast_unreadable_rows_total{topic=\"eu.forecast.deals\"} 1.0");
    }

    @Test
    void anEmptyMessageIsASignOfLife() {
        router.accept("eu.forecast.deals", null);

        assertThat(views.deals()).isEmpty();
    }
}
