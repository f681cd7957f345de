package io.pipecast.board;

import io.pipecast.board.views.Views;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.input.InputDecoder;

/** Chances set by hand, as a board reads them. */
public final class SampleOverrides {
    private static final InputDecoder DECODER = new InputDecoder(SampleBoard.settings());

    private SampleOverrides() {}

    /** Lets views know of a statement. */
    public static void set(Views views, DealOverride override) {
        long at = override.at();
        views.overrides()
                .accept(DECODER.decode(ControlAvro.encode(override), "c", 0, at), "c@0", at);
    }
}
