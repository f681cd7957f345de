package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.TimeInStage;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Win probabilities by competing-risk hazards of stage × time in stage with the calendar effect.
 * Immutable but for a bounded cache of the curves of the last days asked for, which changes nothing
 * it answers; safe to share between threads.
 */
@SuppressWarnings("EnumOrdinal") // scores are arrays by horizon
public final class HazardModel implements WinModel {
    private static final int CACHED_DAYS = 16;
    private static final Horizon[] HORIZONS = Horizon.values();
    private static final double DAY_MILLIS = 86_400_000;

    private final ModelCard card;
    private final List<String> stages;
    private final HazardTables tables;
    private final ClosingTables closing;
    private final long sequence;
    private final long effectiveFrom;
    private final AtomicReferenceArray<DayCurves> days = new AtomicReferenceArray<>(CACHED_DAYS);

    /**
     * A model.
     *
     * @param stages names of the configured stages in order, as they were in training
     * @param sequence of publication
     * @param effectiveFrom epoch milliseconds
     * @throws IllegalArgumentException when the tables are not of these stages
     */
    public HazardModel(
            ModelCard card,
            List<String> stages,
            HazardTables tables,
            ClosingTables closing,
            long sequence,
            long effectiveFrom) {
        if (tables.stages() != stages.size() || closing.stallLimits().length != stages.size()) {
            throw new IllegalArgumentException(
                    "a model must have tables for its "
                            + stages.size()
                            + " stages, had "
                            + tables.stages()
                            + " and "
                            + closing.stallLimits().length);
        }
        this.card = card;
        this.stages = List.copyOf(stages);
        this.tables = tables;
        this.closing = closing;
        this.sequence = sequence;
        this.effectiveFrom = effectiveFrom;
    }

    /** The same model as published under a sequence, in force from an instant on. */
    public HazardModel published(long newSequence, long from) {
        return new HazardModel(card, stages, tables, closing, newSequence, from);
    }

    /** Names of a configuration's stages, as {@link #stages()} has them. */
    public static List<String> namesOf(StageTable table) {
        return table.all().stream().map(stage -> stage.name() + ":" + stage.outcome()).toList();
    }

    /** Where it comes from. */
    public ModelCard card() {
        return card;
    }

    /** The stages it was learned on, each {@code name:OUTCOME}, in order. */
    public List<String> stages() {
        return stages;
    }

    /** The learned hazards. */
    public HazardTables tables() {
        return tables;
    }

    /** What was learned of closings besides their chance. */
    public ClosingTables closing() {
        return closing;
    }

    @Override
    public String version() {
        return card.version();
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public long effectiveFrom() {
        return effectiveFrom;
    }

    @Override
    public boolean trained() {
        return true;
    }

    @Override
    public void score(DealView deal, AsOf asOf, int[] out) {
        int stage = deal.stage >= 0 ? deal.stage : deal.lastOpenStage;
        double limit = supportedDays(deal, stage, asOf);
        if (stage < 0 || limit <= 0) {
            Arrays.fill(out, 0, Horizon.COUNT, 0);
            return;
        }
        int band = TimeInStage.band(deal, asOf.calendar, asOf.instant, asOf.day);
        int level = tables.factor().level(deal, asOf.calendar, asOf.instant);
        OutcomeCurve curve = curve(HazardTables.segment(deal.dealType), stage, band, level, asOf);
        double fraction = band == TimeInStage.JUST_ENTERED ? 0 : asOf.fraction;
        for (int i = 0; i < Horizon.COUNT; i++) {
            double days = Math.min(limit, asOf.daysTo(HORIZONS[i]));
            out[i] = micros(curve.within(fraction, days + asOf.fraction - fraction));
        }
        out[Horizon.NEXT_PERIOD.ordinal()] -= out[Horizon.CURRENT_PERIOD.ordinal()];
    }

    /**
     * Chance of an open deal of a cell to be won within a number of days.
     *
     * @param segment of {@link HazardTables#segment}
     * @param timeBand of {@link TimeInStage}
     * @param level of the model's factor
     */
    public double wonWithin(
            int segment, int stage, int timeBand, int level, AsOf asOf, double days) {
        return curve(segment, stage, timeBand, level, asOf).within(asOf.fraction, days);
    }

    private OutcomeCurve curve(int segment, int stage, int band, int level, AsOf asOf) {
        return curves(asOf).of(tables.cell(tables.tableOf()[segment], stage, band), level);
    }

    @SuppressWarnings("ReferenceEquality") // another calendar object only costs a computation
    private DayCurves curves(AsOf asOf) {
        int slot = Math.floorMod(asOf.day, CACHED_DAYS);
        DayCurves known = days.get(slot);
        if (known == null || known.day != asOf.day || known.calendar != asOf.calendar) {
            known = new DayCurves(tables, asOf.calendar, asOf.day);
            days.set(slot, known);
        }
        return known;
    }

    /**
     * Days ahead in which deals of this age and time in stage were still won; not more than 0
     * beyond what won deals took.
     */
    private double supportedDays(DealView deal, int stage, AsOf asOf) {
        if (stage < 0) {
            return 0;
        }
        double inStage = tables.longestWonInStage()[stage];
        if (deal.stageEnteredAt != DealView.UNKNOWN
                && inStage < Double.POSITIVE_INFINITY
                && asOf.calendar.businessDays(deal.stageEnteredAt, asOf.instant) > inStage) {
            return 0;
        }
        return deal.createdAt == DealView.UNKNOWN
                ? Double.POSITIVE_INFINITY
                : tables.longestWonAge() - (asOf.instant - deal.createdAt) / DAY_MILLIS;
    }

    private static int micros(double p) {
        return (int) Math.rint(p * 1_000_000);
    }

    @Override
    public double stallLimit(int stage) {
        return closing.stallLimits()[stage];
    }

    @Override
    public double longestWonAge() {
        return tables.longestWonAge();
    }

    @Override
    public double amountRatio() {
        return closing.amountRatio();
    }

    @Override
    public double[] newBusiness(String owner, AsOf asOf, int fromDay, int toDay) {
        return closing.newBusiness().expected(owner, asOf, fromDay, toDay);
    }
}
