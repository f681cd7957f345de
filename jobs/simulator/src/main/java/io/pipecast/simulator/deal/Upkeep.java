package io.pipecast.simulator.deal;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.deal.Credit;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.simulator.record.Journal;
import java.util.List;

/** What a rep changes about an open deal in the CRM without moving it. */
final class Upkeep {
    private static final double NEXT_STEP = 0.03;
    private static final double REPRICED = 0.006;

    private static final String[] STEPS = {
        "send revised quote",
        "book demonstration",
        "get sign-off from finance",
        "legal review of terms",
        "meet technical lead",
        "confirm budget",
        "wait for committee",
        "agree on delivery date"
    };

    private final Journal journal;

    Upkeep(Journal journal) {
        this.journal = journal;
    }

    void tend(Deal deal, Today today) {
        OpportunityChange change = Entries.change(deal, today.someTime(deal.dice));
        boolean changed = redate(deal, today, change);
        changed |= recategorize(deal, today, change);
        changed |= reprice(deal, change);
        if (deal.dice.chance(deal.warm ? NEXT_STEP : NEXT_STEP / 5)) {
            change.nextStep = deal.dice.pick(STEPS);
            changed = true;
        }
        if (changed) {
            journal.note(change);
        }
    }

    private static boolean redate(Deal deal, Today today, OpportunityChange change) {
        int day = CloseDates.revised(deal, today);
        if (day == deal.closeDay) {
            return false;
        }
        deal.closeDay = day;
        change.closeDate = day;
        return true;
    }

    private static boolean recategorize(Deal deal, Today today, OpportunityChange change) {
        ForecastCategory category = Categories.revised(deal, today);
        if (category == deal.category) {
            return false;
        }
        deal.category = category;
        change.forecastCategory = category;
        return true;
    }

    private static boolean reprice(Deal deal, OpportunityChange change) {
        if (deal.amount == Deal.UNPRICED || !deal.dice.chance(REPRICED)) {
            return false;
        }
        long amount = Pricing.estimate(deal);
        boolean differs = amount != deal.amount;
        deal.amount = amount;
        change.amount = differs ? amount : null;
        return differs;
    }

    void share(Deal deal, String colleague, Today today) {
        int own = 500 * deal.dice.whole(10, 17);
        OpportunityChange change = Entries.change(deal, today.someTime(deal.dice));
        change.credits =
                List.of(
                        new Credit(deal.rep.id(), own, false),
                        new Credit(colleague, 10_000 - own, false));
        journal.note(change);
    }
}
