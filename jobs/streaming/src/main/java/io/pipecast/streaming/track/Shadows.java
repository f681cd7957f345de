package io.pipecast.streaming.track;

import io.pipecast.model.scoring.WinModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The models that were published to score beside the one in force. At any instant the highest
 * sequence among those effective by then decides: a model, or that there is none.
 */
final class Shadows {
    private final List<Shadow> byFallingSequence = new ArrayList<>();

    /** A model from an instant on, or its end. */
    private record Shadow(long sequence, long from, WinModel model) {}

    /** Takes a shadow in, or with a null model an end; false when its sequence was known. */
    boolean add(long sequence, long from, WinModel model) {
        if (byFallingSequence.stream().anyMatch(s -> s.sequence == sequence)) {
            return false;
        }
        byFallingSequence.add(new Shadow(sequence, from, model));
        byFallingSequence.sort(Comparator.comparingLong(Shadow::sequence).reversed());
        return true;
    }

    /** The shadow at an instant, epoch milliseconds, or null. */
    WinModel at(long instant) {
        for (Shadow shadow : byFallingSequence) {
            if (shadow.from <= instant) {
                return shadow.model;
            }
        }
        return null;
    }
}
