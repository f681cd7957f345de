package io.pipecast.board.views;

/**
 * Hears what the views have just taken in; called on the thread that feeds them, so it must not
 * block.
 */
public interface Changes {
    /** Hears nothing. */
    Changes NONE =
            new Changes() {
                @Override
                public void cut(long number) {}

                @Override
                public void deal(String opportunityId) {}

                @Override
                public void alert(String alertId) {}

                @Override
                public void feed(String source) {}
            };

    /** A cut has become complete. */
    void cut(long number);

    void deal(String opportunityId);

    void alert(String alertId);

    void feed(String source);
}
