package io.pipecast.streaming.track;

import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;

/** Where statements about deals go. */
public interface Outputs {
    void stake(StakeChange change);

    void forecast(DealForecast row);

    void snapshot(DealForecast row);

    void alert(Alert alert);

    /** A chance given at a midnight, for the record. */
    void score(DealScore score);

    /** Whether chances are kept on record. */
    default boolean keepsScores() {
        return false;
    }

    /** How much snapshots tell. */
    default DealRows.Detail detail() {
        return DealRows.Detail.BARE;
    }
}
