package io.pipecast.simulator.world;

import io.pipecast.simulator.deal.Deal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The open deals, in order of creation, and how many lie on every desk. */
final class Pipeline {
    private final List<Deal> open = new ArrayList<>();
    private final int[] perDesk;

    Pipeline(int desks) {
        this.perDesk = new int[desks];
    }

    void add(Deal deal) {
        open.add(deal);
        perDesk[deal.desk()]++;
    }

    /** All open deals. Deals closed since the last {@link #settle} are still among them. */
    List<Deal> deals() {
        return open;
    }

    int onDesk(int desk) {
        return perDesk[desk];
    }

    /** Open deals of a kind, in order of creation. */
    List<Deal> where(Predicate<Deal> wanted) {
        List<Deal> found = new ArrayList<>();
        for (Deal deal : open) {
            if (deal.state() == Deal.State.OPEN && wanted.test(deal)) {
                found.add(deal);
            }
        }
        return found;
    }

    /** Drops what is closed, telling of each, and counts the desks anew. */
    void settle(Consumer<Deal> closed) {
        open.removeIf(
                deal -> {
                    boolean ended = deal.state() != Deal.State.OPEN;
                    if (ended) {
                        closed.accept(deal);
                    }
                    return ended;
                });
        Arrays.fill(perDesk, 0);
        for (Deal deal : open) {
            perDesk[deal.desk()]++;
        }
    }
}
