package io.pipecast.training.fit;

/** How much time a training may take for how good a model. */
public enum Effort {
    /** The hazards of stage and time in it, scaled by one trait of the deal: seconds. */
    HAZARDS,
    /** The whole state of the deal, by a linear model. */
    LINEAR,
    /** The same by a linear model, by trees and by both, whichever does best. */
    FULL
}
