package io.pipecast.domain.deal;

/** How a deal stands or ended. */
public enum Outcome {
    OPEN,
    WON,
    LOST
}
