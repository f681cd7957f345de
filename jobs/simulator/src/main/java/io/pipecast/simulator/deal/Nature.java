package io.pipecast.simulator.deal;

import io.pipecast.simulator.chance.Dice;

/**
 * What decides the fate of deals. Entries, dates, categories and amounts are what people do with it
 * and the same in every nature.
 */
public interface Nature {
    /** What becomes of an open deal in a day. */
    enum Turn {
        STAY,
        /** To the next stage, or from the last one to won. */
        ADVANCE,
        LOSE,
        BACK
    }

    /** A working day begins: what all deals share moves on by a day. */
    default void dawn(Today today) {}

    /** How many more deals than usual are begun today; 1 is as usual. */
    default double demand() {
        return 1;
    }

    /** Moves what is hidden of a deal by a day and says what becomes of it. */
    Turn live(Deal deal, Today today);

    /**
     * The same world from its present hidden state, lived on by other dice. What nobody can foresee
     * does not happen in it. Answers itself where all hidden state is the deal's own.
     */
    default Nature future(Dice dice) {
        return this;
    }
}
