package io.pipecast.simulator.deal;

/** The demo's nature: the buyer's hidden interest and the {@link Hazards} it opens. */
public final class Interest implements Nature {
    @Override
    public Turn live(Deal deal, Today today) {
        deal.daysCold = deal.warm ? 0 : deal.daysCold + 1;
        double turn = deal.warm ? Hazards.cooling(deal) : Hazards.revival(deal);
        if (deal.dice.chance(turn)) {
            deal.turn(today.day());
        }
        double advance = Hazards.advance(deal, today);
        double loss = Hazards.loss(deal);
        double draw = deal.dice.uniform();
        if (draw < advance) {
            return Turn.ADVANCE;
        }
        if (draw < advance + loss) {
            return Turn.LOSE;
        }
        return draw < advance + loss + Hazards.backward(deal) ? Turn.BACK : Turn.STAY;
    }
}
