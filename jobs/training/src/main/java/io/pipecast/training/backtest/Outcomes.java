package io.pipecast.training.backtest;

import io.pipecast.domain.deal.StageTable;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.End;
import io.pipecast.training.rows.Life;
import io.pipecast.training.rows.TrainingRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What became of every deal of a log. */
public final class Outcomes {
    private final Map<String, List<Life>> lives = new HashMap<>();
    private final List<ClosedDeal> closed = new ArrayList<>();

    /**
     * The outcomes of a log.
     *
     * @param teams territory by opportunity id; a deal without one has no team
     */
    public Outcomes(TrainingRows rows, DealLog log, StageTable stages, Map<String, String> teams) {
        for (Life life : rows.lives()) {
            lives.computeIfAbsent(life.opportunityId(), id -> new ArrayList<>()).add(life);
            if (life.end() == End.WON || life.end() == End.LOST) {
                closed.add(closed(life, log, stages, teams.get(life.opportunityId())));
            }
        }
        closed.sort(Comparator.comparingLong(ClosedDeal::endedAt));
    }

    private static ClosedDeal closed(Life life, DealLog log, StageTable stages, String team) {
        int lastOpen =
                log.deals().get(life.opportunityId()).viewAt(life.endedAt(), stages).lastOpenStage;
        return new ClosedDeal(
                life.endedAt(), life.end() == End.WON, life.visitedStages(), lastOpen, team);
    }

    /** The life a deal was in at an instant, or null when it was not open. */
    public Life lifeAt(String opportunityId, long instant) {
        for (Life life : lives.getOrDefault(opportunityId, List.of())) {
            if (life.endedAt() > instant) {
                return life;
            }
        }
        return null;
    }

    /** Deals that were won or lost, in the order of their ends. */
    public List<ClosedDeal> closed() {
        return closed;
    }
}
