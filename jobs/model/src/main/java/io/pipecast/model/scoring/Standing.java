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
    private static final int STAGE = DealFeature.STAGE.ordinal();
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
            model.effects().records().read(deal, asOf.instant, room.features);
        }
        this.scores = scores(model);
    }

    /** What some features say; no deal so old that none was won is among them. */
    Standing(HazardModel model, double[] features, int segment, int level, AsOf asOf) {
        this.asOf = asOf;
        this.segment = segment;
        this.stage = (int) features[STAGE];
        this.level = level;
        double inStage = features[TIME];
        this.band = inStage < 0 ? TimeInStage.UNKNOWN : TimeInStage.bandOf(inStage);
        this.beyondAge = features[AGE] - model.tables().longestWonAge();
        this.limit = beyondAge < 0 ? -beyondAge : Double.POSITIVE_INFINITY;
        System.arraycopy(features, 0, room.features, 0, features.length);
        this.scores = scores(model);
    }

    /**
     * What is usual where a deal stands: a deal that is in everything as deals of the stage usually
     * were that went on to be won.
     */
    static Standing usual(HazardModel model, Standing deal) {
        Norms norms = model.closing().norms();
        double[] usual = norms.of(deal.stage);
        for (int i = 0; i < usual.length; i++) {
            usual[i] = Double.isNaN(usual[i]) ? deal.room.features[i] : usual[i];
        }
        usual[STAGE] = deal.stage;
        usual[ELAPSED] = deal.room.features[ELAPSED];
        int level = norms.levels()[deal.stage];
        return new Standing(model, usual, deal.segment, level, deal.asOf);
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
        fill(model, level, path);
        effects.linear(room);
        for (int span = 0; span < spans; span++) {
            effects.hazards(span, path, room);
            all[span] = effects.score(span, room);
            all[spans + span] = effects.score(spans + span, room);
        }
        return all;
    }

    /** Fills in the hazards of this place, for a level of the model's factor. */
    void fill(HazardModel model, int ofLevel, OutcomePath path) {
        model.cells().fill(path, segment, stage, band, room.features[TIME], ofLevel, asOf);
    }

    /** Looks at the hazards of a span. */
    void look(HazardModel model, int span, OutcomePath path) {
        fill(model, level, path);
        model.effects().hazards(span, path, room);
    }
}
