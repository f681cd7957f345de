package io.pipecast.domain.alert;

/**
 * The highest chance to be won that a model gave a deal lately: of the present and the last stretch
 * of {@link #DAYS} days. Part of the deal's state.
 */
public final class RecentOdds {
    /** Length of a stretch, calendar days. */
    static final int DAYS = 14;

    private int stretch;
    private int highest;
    private int highestBefore;
    private long model = Long.MIN_VALUE;

    /** Nothing was said yet. */
    public RecentOdds() {}

    /** What {@link #state} returned. */
    public RecentOdds(long[] state) {
        stretch = (int) state[0];
        highest = (int) state[1];
        highestBefore = (int) state[2];
        model = state[3];
    }

    /** What is kept, to be restored. */
    public long[] state() {
        return new long[] {stretch, highest, highestBefore, model};
    }

    /**
     * Highest chance of late that a model gave, as of an epoch day, millionths; 0 when it gave
     * none.
     */
    int highest(int day, long ofModel) {
        int gone = Math.floorDiv(day, DAYS) - stretch;
        if (ofModel != model || gone > 1) {
            return 0;
        }
        return gone == 1 ? highest : Math.max(highest, highestBefore);
    }

    /** Takes in what was said at the midnight of an epoch day; another model begins anew. */
    void add(int day, Odds odds) {
        int now = Math.floorDiv(day, DAYS);
        if (odds.model() != model || now > stretch + 1) {
            highestBefore = 0;
            highest = odds.ever();
        } else if (now > stretch) {
            highestBefore = highest;
            highest = odds.ever();
        } else {
            highest = Math.max(highest, odds.ever());
        }
        model = odds.model();
        stretch = now;
    }
}
