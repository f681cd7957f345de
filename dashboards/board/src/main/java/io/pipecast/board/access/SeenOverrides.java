package io.pipecast.board.access;

import io.pipecast.board.views.OverrideScore;
import io.pipecast.board.views.Views;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Chances set by hand as one viewer sees them: those of deals that are seen. */
public final class SeenOverrides {
    private final Seen seen;
    private final Views views;
    private final Viewer viewer;
    private final Sight.Field field;

    SeenOverrides(Seen seen, Views views, Viewer viewer, Sight.Field field) {
        this.seen = seen;
        this.views = views;
        this.viewer = viewer;
        this.field = field;
    }

    /** The fiscal period chances are set for, as a row of the company, or null. */
    public PipelineForecast period() {
        return field.current();
    }

    /**
     * What stands for an open deal that is seen in the current period, or null; none where what the
     * model says is not seen, which is kept beside it.
     */
    public DealOverride standing(DealForecast deal) {
        PipelineForecast period = period();
        return period == null || !field.chances() || deal.outcome() != Outcome.OPEN
                ? null
                : views.overrides().standing(deal.opportunityId(), period.period());
    }

    /** Open deals that are seen and for which a chance stands in the current period. */
    public List<DealForecast> deals() {
        PipelineForecast period = period();
        return period == null
                ? List.of()
                : views.overrides().standing().stream()
                        .filter(override -> override.period().equals(period.period()))
                        .map(override -> seen.deal(override.opportunityId()))
                        .filter(deal -> deal != null && standing(deal) != null)
                        .toList();
    }

    /** Who set it, as far as the viewer knows them. */
    public String nameOf(DealOverride override) {
        return field.nameOf(override.actor(), viewer);
    }

    /** How right all of them were: for those who see the whole company. */
    public OverrideScore score() {
        return scoreOf(views.overrides().standing());
    }

    /** One who sets chances, and how right they were. */
    public record Judge(String name, OverrideScore score) {}

    /** The same by who set them, those judged most often first. */
    public List<Judge> judges() {
        Map<String, List<DealOverride>> byActor =
                views.overrides().standing().stream()
                        .collect(
                                Collectors.groupingBy(
                                        this::nameOf, TreeMap::new, Collectors.toList()));
        return byActor.entrySet().stream()
                .map(e -> new Judge(e.getKey(), scoreOf(e.getValue())))
                .filter(judge -> judge.score().judged() > 0)
                .sorted(Comparator.comparingInt((Judge j) -> j.score().judged()).reversed())
                .toList();
    }

    private OverrideScore scoreOf(List<DealOverride> overrides) {
        return OverrideScore.of(overrides, views, views.clock());
    }
}
