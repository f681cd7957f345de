package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealView;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.DealReading;
import io.pipecast.model.features.Norms;
import io.pipecast.model.features.TimeInStage;

/** Everything a chance to be won in the end follows from, of a deal or of what is usual. */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class Standing {
    private static final double DAY_MILLIS = 86_400_000;
    private static final int TIME = DealFeature.TIME_IN_STAGE.ordinal();
    private static final int AGE = DealFeature.AGE.ordinal();
    private static final int ELAPSED = DealFeature.PERIOD_ELAPSED.ordinal();

    final AsOf asOf;
    final int segment;
    final int stage;
    final int band;
    final int level;

    /** Days ahead in which a win is supported by what was seen. */
    final double limit;

    /** Age less the age of the oldest deal won, days; positive for what was never won so old. */
    final double beyondAge;

    /** Features and what the effects make of them. */
    final DealEffects.Room room = new DealEffects.Room();

    /** Scores of the effects, by output. */
    final double[] scores;

    /** A deal. */
    Standing(HazardModel model, DealView deal, AsOf asOf) {
        HazardTables tables = model.tables();
        this.asOf = asOf;
        this.segment = HazardTables.segment(deal.dealType);
        this.stage = SupportedDays.stage(deal);
        this.band = TimeInStage.band(deal, asOf.calendar, asOf.instant, asOf.day);
        this.level = tables.factor().level(deal, asOf.calendar, asOf.instant);
        this.limit = SupportedDays.of(deal, tables, asOf);
        this.beyondAge =
                deal.createdAt == DealView.UNKNOWN
                        ? Double.NEGATIVE_INFINITY
                        : (asOf.instant - deal.createdAt) / DAY_MILLIS - tables.longestWonAge();
        DealReading.read(deal, asOf, room.features);
        if (model.effects() != null) {
            model.effects().records().read(deal, room.features);
        }
        this.scores = scores(model);
    }

    /** A deal that is in everything as deals of the stage usually were that went on to be won. */
    private Standing(HazardModel model, Standing deal, Norms norms) {
        this.asOf = deal.asOf;
        this.segment = deal.segment;
        this.stage = deal.stage;
        this.level = norms.levels()[stage];
        double[] usual = norms.of(stage);
        for (int i = 0; i < usual.length; i++) {
            room.features[i] = Double.isNaN(usual[i]) ? deal.room.features[i] : usual[i];
        }
        room.features[DealFeature.STAGE.ordinal()] = stage;
        room.features[ELAPSED] = deal.room.features[ELAPSED];
        double inStage = room.features[TIME];
        this.band = inStage < 0 ? TimeInStage.UNKNOWN : TimeInStage.bandOf(inStage);
        this.beyondAge = room.features[AGE] - model.tables().longestWonAge();
        this.limit = beyondAge < 0 ? -beyondAge : Double.POSITIVE_INFINITY;
        this.scores = scores(model);
    }

    /** What is usual where a deal stands. */
    static Standing usual(HazardModel model, Standing deal) {
        return new Standing(model, deal, model.closing().norms());
    }

    /** Share of the first day that has passed where hazards begin. */
    double fraction() {
        return band == TimeInStage.JUST_ENTERED ? 0 : asOf.fraction;
    }

    private double[] scores(HazardModel model) {
        DealEffects effects = model.effects();
        if (effects == null) {
            return new double[0];
        }
        int spans = effects.spans().count();
        double[] all = new double[DealEffects.CAUSES * spans];
        OutcomePath path = new OutcomePath();
        model.fill(path, segment, stage, band, level, asOf);
        effects.linear(room);
        for (int span = 0; span < spans; span++) {
            effects.hazards(span, path, room);
            all[span] = effects.score(span, room);
            all[spans + span] = effects.score(spans + span, room);
        }
        return all;
    }

    /** Looks at the hazards of a span. */
    void look(HazardModel model, int span, OutcomePath path) {
        model.fill(path, segment, stage, band, level, asOf);
        model.effects().hazards(span, path, room);
    }
}
