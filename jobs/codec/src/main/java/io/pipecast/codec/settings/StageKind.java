package io.pipecast.codec.settings;

import com.fasterxml.jackson.databind.JsonNode;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The list of stages: read part by part, so that every problem names its stage and part. */
final class StageKind {
    /** Takes any list; its parts are checked by {@link #read}. */
    static final Kind<List<Stage>> KIND =
            new Kind<>(
                    "must be a list of stages",
                    node -> node.isArray() && node.size() > 0 ? List.of() : null);

    private static final Kind<String> NAME = Kind.required();
    private static final Kind<Outcome> OUTCOME = Kind.choice(Outcome.class);
    private static final Kind<Double> PROBABILITY = Kind.decimal(0, 1);
    private static final Kind<ForecastCategory> CATEGORY = Kind.choice(ForecastCategory.class);
    private static final Kind<Integer> STALLED = Kind.whole(0, 3650);
    private static final List<String> PARTS =
            List.of("name", "outcome", "probability", "category", "stalledAfter");

    private final List<String> problems;

    private StageKind(List<String> problems) {
        this.problems = problems;
    }

    /** The stages of a list that {@link #KIND} accepts; what is wrong is added to the problems. */
    static List<Stage> read(JsonNode list, List<String> problems) {
        StageKind reader = new StageKind(problems);
        int before = problems.size();
        List<Stage> stages = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            stages.add(reader.stage("stages[" + i + "]", list.get(i)));
        }
        if (problems.size() == before) {
            reader.together(stages);
        }
        return stages;
    }

    private Stage stage(String at, JsonNode node) {
        node.fieldNames()
                .forEachRemaining(
                        part -> {
                            if (!PARTS.contains(part)) {
                                problems.add(Spelling.unknown(at + "." + part, part, PARTS));
                            }
                        });
        Outcome outcome = part(at, node, "outcome", OUTCOME, Outcome.OPEN);
        double certain = outcome == Outcome.WON ? 1 : 0;
        if (outcome == Outcome.OPEN && !node.hasNonNull("probability")) {
            problems.add(at + ".probability must be given for an open stage, was missing");
        }
        return new Stage(
                part(at, node, "name", NAME, null),
                outcome,
                part(at, node, "probability", PROBABILITY, certain),
                part(at, node, "category", CATEGORY, ForecastCategory.PIPELINE),
                part(at, node, "stalledAfter", STALLED, 0));
    }

    private <T> T part(String at, JsonNode node, String name, Kind<T> kind, T fallback) {
        JsonNode part = node.get(name);
        if (part == null && fallback == null) {
            problems.add(at + "." + name + " must be given, was missing");
        }
        if (part == null) {
            return fallback;
        }
        T value = kind.parse(part);
        if (value == null) {
            problems.add(ConfigTree.problem(at + "." + name, kind, part));
        }
        return value == null ? fallback : value;
    }

    private void together(List<Stage> stages) {
        Set<String> names = new HashSet<>();
        Set<Outcome> outcomes = new HashSet<>();
        for (Stage stage : stages) {
            outcomes.add(stage.outcome());
            if (!names.add(stage.name())) {
                problems.add("stages must have different names, was " + stage.name() + " twice");
            }
        }
        for (Outcome needed : Outcome.values()) {
            if (!outcomes.contains(needed)) {
                String name = needed.name().toLowerCase(java.util.Locale.ROOT);
                problems.add("stages must have one of outcome " + name + ", was none");
            }
        }
    }
}
