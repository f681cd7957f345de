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

    /** Tells two listeners, this one first. */
    default Changes and(Changes other) {
        Changes first = this;
        return new Changes() {
            @Override
            public void cut(long number) {
                first.cut(number);
                other.cut(number);
            }

            @Override
            public void deal(String opportunityId) {
                first.deal(opportunityId);
                other.deal(opportunityId);
            }

            @Override
            public void alert(String alertId) {
                first.alert(alertId);
                other.alert(alertId);
            }

            @Override
            public void feed(String source) {
                first.feed(source);
                other.feed(source);
            }
        };
    }
}
