package io.pipecast.board.views;

import io.pipecast.domain.organization.Tree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How right everybody's calls for ended periods were, and whom they lean to. */
public final class CallScores {
    private final Views views;
    private volatile Learned learned = new Learned(null, Map.of());

    /** Biases by node, as of a cut. */
    private record Learned(ForecastSnapshot of, Map<String, CallBias> biases) {}

    CallScores(Views views) {
        this.views = views;
    }

    /** Scores of a node of the reporting tree, the newest period first. */
    public List<CallScore> of(String node) {
        return scores(node, views.today(), left(views.forecasts()));
    }

    /** Milliseconds to the end of the current period; more than any period has where none is. */
    private long left(ForecastSnapshot snapshot) {
        Node company = snapshot.company();
        return company == null || company.current() == null
                ? Integer.MAX_VALUE * 1_000L
                : views.startOf(company.current().periodEnd()) - views.clock();
    }

    private List<CallScore> scores(String node, int today, long left) {
        List<CallScore> scores = new ArrayList<>();
        for (PeriodPath path : views.history().endedBy(Tree.REPORTING, node, today)) {
            CallScore score =
                    CallScore.of(
                            path,
                            views.calls().of(Tree.REPORTING, node, path.period()),
                            views.startOf(path.endDay()) - left);
            if (score != null) {
                scores.add(score);
            }
        }
        return scores;
    }

    /** The bias of a node at this point of a period, or null where no call tells of it. */
    public CallBias bias(String node) {
        ForecastSnapshot now = views.forecasts();
        Learned known = learned;
        if (known.of != now) {
            known = new Learned(now, learn(now));
            learned = known;
        }
        return known.biases.get(node);
    }

    private Map<String, CallBias> learn(ForecastSnapshot snapshot) {
        Map<Integer, Map<String, List<Double>>> levels = new HashMap<>();
        int today = views.today();
        long left = left(snapshot);
        for (Node node : snapshot.nodes()) {
            if (node.tree() == Tree.REPORTING) {
                List<Double> errors =
                        scores(node.id(), today, left).stream()
                                .map(CallScore::sameDay)
                                .filter(error -> !error.isNaN())
                                .toList();
                if (!errors.isEmpty()) {
                    levels.computeIfAbsent(node.level(), k -> new LinkedHashMap<>())
                            .put(node.id(), errors);
                }
            }
        }
        Map<String, CallBias> biases = new HashMap<>();
        levels.values().forEach(level -> biases.putAll(CallBias.of(level)));
        return biases;
    }
}
