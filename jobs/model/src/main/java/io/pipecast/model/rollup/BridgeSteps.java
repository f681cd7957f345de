package io.pipecast.model.rollup;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Splits the change of a deal's stake into steps: time first (what it would have been had nothing
 * happened), then owner, close date, amount and everything else that changed, then the outcome, and
 * last the model. The stakes in between are scored by the caller, who knows facts and models.
 */
public final class BridgeSteps {
    private final List<BridgeStep> steps = new ArrayList<>(2);
    private Stake at;

    private BridgeSteps(Stake from) {
        this.at = from;
    }

    /**
     * The stakes in between; each is null where it is the same as the next, or not known.
     *
     * @param aged the former facts, at the present instant, by the former model
     * @param dated the former facts and the close dates stated since, by the former model
     * @param known the present facts by the former model
     */
    public record Between(Stake aged, Stake dated, Stake known) {
        /** Nothing but time passed. */
        public static final Between NOTHING = new Between(null, null, null);
    }

    /**
     * Steps from the former stake to the present one.
     *
     * @param before former stake, or null
     * @param after present stake, or null
     * @param between what lies in between; {@link Between#NOTHING} where no fact came and the model
     *     is the same
     */
    public static List<BridgeStep> of(Stake before, Stake after, Between between) {
        BridgeSteps path = new BridgeSteps(before);
        if (isOpen(before)) {
            path.fromOpen(after, between);
        } else if (isWon(before) && isWon(after)) {
            path.rebook(after);
        } else {
            // a win taken back, a deal reopened or restored
            path.to(BridgePart.WON, null);
            path.to(isWon(after) ? BridgePart.WON : BridgePart.NEW, after);
        }
        return path.steps;
    }

    private void fromOpen(Stake after, Between between) {
        if (isOpen(after) && between == Between.NOTHING) {
            to(BridgePart.TIME, worth(after, at, at));
            to(BridgePart.AMOUNT, worth(at, after, at));
            to(BridgePart.ORGANIZATION, after);
            return;
        }
        if (between.aged != null) {
            to(BridgePart.TIME, worth(between.aged, at, at));
        }
        if (after == null) {
            to(BridgePart.LOST, null);
        } else if (isOpen(after)) {
            change(between.known == null ? after : between.known, between);
            to(BridgePart.MODEL, after);
        } else {
            to(BridgePart.ORGANIZATION, worth(at, at, after));
            to(BridgePart.AMOUNT, closingAmount(after));
            to(isWon(after) ? BridgePart.WON : BridgePart.LOST, after);
        }
    }

    /** What facts did to an open deal. */
    private void change(Stake known, Between between) {
        to(BridgePart.ORGANIZATION, worth(at, at, known));
        if (between.dated != null) {
            to(BridgePart.PUSHED, worth(between.dated, at, known));
        }
        to(BridgePart.AMOUNT, worth(at, known, known));
        // where what was known then is no longer known, a changed period tells a push
        boolean pushed = between.aged == null && at.due() != known.due();
        to(pushed ? BridgePart.PUSHED : BridgePart.PROBABILITY, known);
    }

    /** A win that was corrected. */
    private void rebook(Stake after) {
        to(BridgePart.ORGANIZATION, won(after, at.booked(), at.amount()));
        to(BridgePart.PUSHED, won(after, after.booked(), at.amount()));
        to(BridgePart.AMOUNT, after);
    }

    private void to(BridgePart part, Stake next) {
        if (!Objects.equals(at, next)) {
            steps.add(new BridgeStep(part, at, next));
            at = next;
        }
    }

    private static boolean isOpen(Stake stake) {
        return stake != null && stake.status() == Stake.Status.OPEN;
    }

    private static boolean isWon(Stake stake) {
        return stake != null && stake.status() == Stake.Status.WON;
    }

    /** The open stake at the amount it was closed with, expected in the same proportion. */
    private Stake closingAmount(Stake after) {
        if (!at.priced() || !after.priced() || at.amount() == 0) {
            return at;
        }
        double ratio = at.expected() / (double) at.amount();
        long expected = Math.round(after.amount() * ratio);
        return open(at, after.amount(), expected, at);
    }

    /** Chances of one open stake, the worth of another, the owner and territory of a third. */
    private static Stake worth(Stake chances, Stake worth, Stake owner) {
        return open(chances, worth.amount(), worth.expected(), owner);
    }

    private static Stake open(Stake chances, long amount, long expected, Stake owner) {
        boolean same =
                chances.amount() == amount
                        && chances.expected() == expected
                        && chances.owner().equals(owner.owner())
                        && Objects.equals(chances.territory(), owner.territory());
        return same ? chances : made(chances, amount, expected, owner);
    }

    private static Stake made(Stake chances, long amount, long expected, Stake owner) {
        return new Stake(
                owner.owner(),
                owner.territory(),
                Stake.Status.OPEN,
                amount,
                chances.category(),
                chances.due(),
                chances.stageMicros(),
                chances.chances(),
                expected,
                chances.current(),
                0,
                Stake.NOW);
    }

    private static Stake won(Stake of, int booked, long amount) {
        return new Stake(
                of.owner(),
                of.territory(),
                Stake.Status.WON,
                amount,
                0,
                0,
                0,
                null,
                0,
                0,
                booked,
                of.pathDay());
    }
}
