package io.pipecast.domain.deal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The stages of the sales process in their order; a move to a lower index is a backward move. */
public final class StageTable {
    private final List<Stage> stages;
    private final Map<String, Integer> index = new HashMap<>();

    /**
     * A table of the stages in order.
     *
     * @throws IllegalArgumentException for a name used twice
     */
    public StageTable(List<Stage> stages) {
        this.stages = List.copyOf(stages);
        for (int i = 0; i < stages.size(); i++) {
            if (index.put(stages.get(i).name(), i) != null) {
                throw new IllegalArgumentException(
                        "stage " + stages.get(i).name() + " is configured twice");
            }
        }
    }

    /** Index of a stage, or −1 when no such stage is configured. */
    public int indexOf(String name) {
        Integer i = index.get(name);
        return i == null ? -1 : i;
    }

    /** The stage at an index. */
    public Stage get(int i) {
        return stages.get(i);
    }

    /** Number of stages, closed ones included. */
    public int size() {
        return stages.size();
    }

    /** All stages in order. */
    public List<Stage> all() {
        return stages;
    }
}
