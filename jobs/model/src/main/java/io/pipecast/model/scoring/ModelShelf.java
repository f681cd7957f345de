package io.pipecast.model.scoring;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The models known to a job. At any instant the one in force is the highest sequence among those
 * effective by then, so neither the order nor the time of their arrival matters.
 */
public final class ModelShelf {
    private final List<WinModel> byFallingSequence = new ArrayList<>();

    /** A shelf with what holds before any model. */
    public ModelShelf(WinModel fallback) {
        byFallingSequence.add(fallback);
    }

    /**
     * Puts a model on the shelf; one with a sequence already there is ignored. Returns whether it
     * was new.
     */
    public boolean add(WinModel model) {
        if (byFallingSequence.stream().anyMatch(m -> m.sequence() == model.sequence())) {
            return false;
        }
        byFallingSequence.add(model);
        byFallingSequence.sort(Comparator.comparingLong(WinModel::sequence).reversed());
        return true;
    }

    /** Model of a sequence, or null where none is known. */
    public WinModel of(long sequence) {
        for (WinModel model : byFallingSequence) {
            if (model.sequence() == sequence) {
                return model;
            }
        }
        return null;
    }

    /** Model in force at an instant, epoch milliseconds. */
    public WinModel at(long instant) {
        for (WinModel model : byFallingSequence) {
            if (model.effectiveFrom() <= instant) {
                return model;
            }
        }
        return byFallingSequence.get(byFallingSequence.size() - 1);
    }
}
