package io.pipecast.board.views;

/**
 * How far a source feed has come.
 *
 * @param source feed name
 * @param lastEventAt newest fact time applied, epoch milliseconds
 * @param events readable events taken in
 * @param rejected records refused
 * @param asOf clock at this statement, epoch milliseconds
 */
public record FeedStatus(String source, long lastEventAt, long events, long rejected, long asOf) {
    /** How far the feed's newest event lies behind the clock, milliseconds. */
    public long lagMillis() {
        return Math.max(0, asOf - lastEventAt);
    }
}
