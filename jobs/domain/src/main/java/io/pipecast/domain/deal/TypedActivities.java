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

    private static final class OfType {
        final String name;
        int done;
        int doneInStage;
        int planned;
        long lastDoneAt = DealView.UNKNOWN;

        OfType(String name) {
            this.name = name;
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
        int i = indexOf(type);
        if (i < 0 && types.length == MOST) {
            return;
        }
        if (i < 0) {
            i = types.length;
            types = Arrays.copyOf(types, i + 1);
            types[i] = new OfType(type);
        }
        OfType of = types[i];
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

    /** Index of a type, −1 where the deal has had none of it. */
    public int indexOf(String type) {
        for (int i = 0; i < types.length; i++) {
            if (types[i].name.equals(type)) {
                return i;
            }
        }
        return -1;
    }

    /** Completed activities. */
    public int done(int i) {
        return types[i].done;
    }

    /** Completed activities since the stage was entered. */
    public int doneInStage(int i) {
        return types[i].doneInStage;
    }

    /** Activities planned or begun. */
    public int planned(int i) {
        return types[i].planned;
    }

    /** When one was completed last, epoch milliseconds, or {@link DealView#UNKNOWN}. */
    public long lastDoneAt(int i) {
        return types[i].lastDoneAt;
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
