package io.pipecast.domain.deal;

import java.util.Arrays;
import java.util.Objects;

/**
 * How often and when activities of each type the source has a name for were done or planned: the
 * first eight types of a deal, in the order in which they came.
 */
public final class TypedActivities {
    /** Types told apart. */
    public static final int MOST = 8;

    private static final OfType[] NONE = {};

    /** By type; most deals have none. */
    private OfType[] types = NONE;

    /** What there was of a type. */
    public static final class OfType {
        private final String name;
        private int done;
        private int doneInStage;
        private int planned;
        private long lastDoneAt = DealView.UNKNOWN;

        private OfType(String name) {
            this.name = name;
        }

        /** Completed activities. */
        public int done() {
            return done;
        }

        /** Completed activities since the stage was entered. */
        public int doneInStage() {
            return doneInStage;
        }

        /** Activities planned or begun. */
        public int planned() {
            return planned;
        }

        /** When one was completed last, epoch milliseconds, or {@link DealView#UNKNOWN}. */
        public long lastDoneAt() {
            return lastDoneAt;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof OfType o
                    && name.equals(o.name)
                    && done == o.done
                    && doneInStage == o.doneInStage
                    && planned == o.planned
                    && lastDoneAt == o.lastDoneAt;
        }

        @Override
        public int hashCode() {
            return Objects.hash(name, done, doneInStage, planned, lastDoneAt);
        }
    }

    /** Takes in an activity, by its packed {@link ActivityCode}. */
    void add(String type, long code, long at) {
        OfType of = of(type);
        if (of == null && types.length == MOST) {
            return;
        }
        if (of == null) {
            of = new OfType(type);
            types = Arrays.copyOf(types, types.length + 1);
            types[types.length - 1] = of;
        }
        switch (ActivityCode.status(code)) {
            case COMPLETED -> {
                of.done++;
                of.doneInStage++;
                of.lastDoneAt = at;
            }
            case SCHEDULED, STARTED -> of.planned++;
            case CANCELED -> {
                // neither done nor meant to be
            }
        }
    }

    /** Another stage begins. */
    void enterStage() {
        for (OfType of : types) {
            of.doneInStage = 0;
        }
    }

    /** What there was of a type, null where the deal has had none of it. */
    public OfType of(String type) {
        for (OfType of : types) {
            if (of.name.equals(type)) {
                return of;
            }
        }
        return null;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypedActivities o && Arrays.equals(types, o.types);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(types);
    }
}
