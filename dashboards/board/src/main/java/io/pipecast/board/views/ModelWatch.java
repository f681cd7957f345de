package io.pipecast.board.views;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.pipecast.codec.output.ModelHealth;
import io.pipecast.codec.output.ModelStatus;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/** Published models, what became of them, and how right they have been. */
public final class ModelWatch {
    private final ConcurrentSkipListMap<Long, ModelStatus> published =
            new ConcurrentSkipListMap<>();
    private final Map<String, ModelHealth> health = new ConcurrentHashMap<>();

    void accept(ModelStatus row) {
        published.merge(row.sequence(), row, (known, next) -> older(next, known) ? known : next);
    }

    private static boolean older(ModelStatus a, ModelStatus b) {
        return a.version() < b.version();
    }

    void accept(ModelHealth row) {
        health.merge(
                row.key(), row, (known, next) -> next.version() < known.version() ? known : next);
    }

    /** Every publication, the newest first. */
    public Collection<ModelStatus> published() {
        return published.descendingMap().values();
    }

    /** Number of publications in a state. */
    public long count(ModelStatus.State state) {
        return published.values().stream().filter(row -> row.state() == state).count();
    }

    /** A metric of a version's training, or NaN where it is not known. */
    public double metric(String version, String name) {
        return published().stream()
                .filter(row -> version.equals(row.modelVersion()))
                .map(row -> row.metrics().get(name))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Double.NaN);
    }

    /** How right a version has been in a role, by measure. */
    public List<ModelHealth> health(String version, boolean shadow) {
        return rows(version, shadow).filter(row -> !isFeature(row)).toList();
    }

    /** How far deals have drifted from those a version was learned from, by kind of reason. */
    public List<ModelHealth> features(String version, boolean shadow) {
        return rows(version, shadow).filter(ModelWatch::isFeature).toList();
    }

    private Stream<ModelHealth> rows(String version, boolean shadow) {
        return health.values().stream()
                .filter(row -> row.modelVersion().equals(version) && row.shadow() == shadow)
                .sorted(Comparator.comparing(ModelHealth::measure));
    }

    private static boolean isFeature(ModelHealth row) {
        return row.measure().startsWith(ModelHealth.FEATURE);
    }

    /** How right the models in force have been, one after the other, by measure. */
    public List<ModelHealth> together() {
        Map<String, List<ModelHealth>> byMeasure =
                health.values().stream()
                        .filter(row -> !row.shadow() && !isFeature(row))
                        .sorted(Comparator.comparing(ModelHealth::key))
                        .collect(groupingBy(ModelHealth::measure, TreeMap::new, toList()));
        return byMeasure.values().stream().map(JudgedTogether::of).toList();
    }

    /** The publication in a state, the newest of them, or null. */
    public ModelStatus newest(ModelStatus.State state) {
        return published().stream().filter(row -> row.state() == state).findFirst().orElse(null);
    }
}
