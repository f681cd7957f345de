package io.pipecast.model.scoring;

import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Horizon;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.TimeInStage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Win probabilities by competing-risk hazards of stage × time in stage with the calendar effect,
 * scaled by what else the deal says of itself. Immutable but for a bounded cache of the calendar's
 * sums of the last days asked for, which changes nothing it answers; safe to share between threads.
 */
@SuppressWarnings("EnumOrdinal") // scores are arrays by horizon
public final class HazardModel implements WinModel {
    private static final Horizon[] HORIZONS = Horizon.values();

    private final ModelCard card;
    private final List<String> stages;
    private final HazardTables tables;
    private final ClosingTables closing;
    private final long sequence;
    private final long effectiveFrom;
    private final DealEffects effects;
    private final HazardCells cells;
    private final ThreadLocal<Room> rooms = ThreadLocal.withInitial(Room::new);

    /** Reusable room for one score. */
    private static final class Room {
        private final OutcomePath path = new OutcomePath();
        private final DealEffects.Room effects = new DealEffects.Room();
    }

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
        this(card, stages, tables, null, closing, sequence, effectiveFrom);
    }

    /**
     * A model that looks at the whole state of a deal.
     *
     * @param effects what the deal's state does to the hazards, or null for nothing
     */
    public HazardModel(
            ModelCard card,
            List<String> stages,
            HazardTables tables,
            DealEffects effects,
            ClosingTables closing,
            long sequence,
            long effectiveFrom) {
        int limits = closing.stallLimits().length;
        if (tables.stages() != stages.size() || limits != stages.size()) {
            throw new IllegalArgumentException(
                    "a model must have tables for its %d stages, had %d and %d"
                            .formatted(stages.size(), tables.stages(), limits));
        }
        this.card = card;
        this.stages = List.copyOf(stages);
        this.tables = tables;
        this.cells = new HazardCells(tables);
        this.effects = effects;
        this.closing = closing;
        this.sequence = sequence;
        this.effectiveFrom = effectiveFrom;
    }

    /** The same model as published under a sequence, in force from an instant on. */
    public HazardModel published(long newSequence, long from) {
        return new HazardModel(card, stages, tables, effects, closing, newSequence, from);
    }

    /** Names of a configuration's stages, as {@link #stages()} has them. */
    public static List<String> namesOf(StageTable table) {
        return table.all().stream().map(stage -> stage.name() + ":" + stage.outcome()).toList();
    }

    /** The same model with something else learned of closings. */
    public HazardModel with(ClosingTables of) {
        return new HazardModel(card, stages, tables, effects, of, sequence, effectiveFrom);
    }

    /** The same model with figures added to those of its card. */
    public HazardModel with(Map<String, Double> metrics) {
        return new HazardModel(
                card.with(metrics), stages, tables, effects, closing, sequence, effectiveFrom);
    }

    /** Where it comes from. */
    public ModelCard card() {
        return card;
    }

    /** The stages it was learned on, each {@code name:OUTCOME}, in order. */
    public List<String> stages() {
        return stages;
    }

    /** The learned hazards, looked up. */
    HazardCells cells() {
        return cells;
    }

    /** The learned hazards. */
    public HazardTables tables() {
        return tables;
    }

    /** What a deal's state does to the hazards, or null when it does nothing. */
    public DealEffects effects() {
        return effects;
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
        double limit = SupportedDays.of(deal, tables, asOf);
        if (limit <= 0) {
            Arrays.fill(out, 0, Horizon.COUNT, 0);
            return;
        }
        Room room = rooms.get();
        double past = walk(room, deal, asOf);
        for (int i = 0; i < Horizon.COUNT; i++) {
            double days = Math.min(limit, asOf.daysTo(HORIZONS[i]));
            out[i] = micros(room.path.wonWithin(days + past));
        }
        out[Horizon.NEXT_PERIOD.ordinal()] -= out[Horizon.CURRENT_PERIOD.ordinal()];
    }

    /**
     * Chance of an open deal to be won within each of some numbers of days, 0 to 1.
     *
     * @param days from the instant on
     */
    public double[] wonWithin(DealView deal, AsOf asOf, double[] days) {
        double limit = SupportedDays.of(deal, tables, asOf);
        double[] won = new double[days.length];
        if (limit > 0) {
            Room room = rooms.get();
            double past = walk(room, deal, asOf);
            for (int i = 0; i < days.length; i++) {
                won[i] = room.path.wonWithin(Math.min(limit, days[i]) + past);
            }
        }
        return won;
    }

    @Override
    public double lostWithin(DealView deal, AsOf asOf, double days) {
        if (SupportedDays.of(deal, tables, asOf) <= 0) {
            return Double.NaN;
        }
        Room room = rooms.get();
        return room.path.lostWithin(days + walk(room, deal, asOf));
    }

    /**
     * Walks the room's path for a deal; returns the share of the first day that lies between the
     * path's beginning and the instant.
     */
    private double walk(Room room, DealView deal, AsOf asOf) {
        int band = TimeInStage.band(deal, asOf.calendar, asOf.instant, asOf.day);
        int level = tables.factor().level(deal, asOf.calendar, asOf.instant);
        int segment = HazardTables.segment(deal.dealType);
        double days =
                band == TimeInStage.UNKNOWN
                        ? 0
                        : asOf.calendar.businessDays(deal.stageEnteredAt, asOf.instant);
        cells.fill(room.path, segment, SupportedDays.stage(deal), band, days, level, asOf);
        if (effects != null) {
            effects.scale(deal, asOf, room.path, room.effects);
        }
        double fraction = band == TimeInStage.JUST_ENTERED ? 0 : asOf.fraction;
        room.path.walk(fraction);
        return asOf.fraction - fraction;
    }

    @Override
    public Explanation explain(DealView deal, AsOf asOf) {
        return Reasons.explain(this, deal, asOf);
    }

    @Override
    public Explanation.Shift shift(DealView deal, AsOf asOf, DealView before, AsOf then) {
        return Reasons.shift(this, deal, asOf, before, then);
    }

    @Override
    public Map<String, Long> deciles(DealView deal, AsOf asOf, String id) {
        return Deciles.of(this, deal, asOf, id);
    }

    private static int micros(double p) {
        return (int) Math.rint(p * 1_000_000);
    }

    @Override
    public double stallLimit(int stage) {
        return closing.stallLimits()[stage];
    }

    @Override
    public double limit(AlertRule rule, int stage, DealType segment) {
        double limit = closing.alertLimits().limit(rule, stage, segment);
        return Double.isNaN(limit) ? WinModel.super.limit(rule, stage, segment) : limit;
    }

    @Override
    public double usualAmount(DealType segment) {
        return closing.alertLimits().usualAmount(segment);
    }

    @Override
    public double longestWonAge() {
        return tables.longestWonAge();
    }

    @Override
    public double amountRatio() {
        return closing.amountRatio() * closing.uncertainty().level();
    }

    @Override
    public Uncertainty uncertainty() {
        return closing.uncertainty();
    }

    @Override
    public PeriodCurve curve() {
        return closing.curve();
    }

    @Override
    public double[] newBusiness(String owner, AsOf asOf, int fromDay, int toDay) {
        double[] expected = closing.newBusiness().expected(owner, asOf, fromDay, toDay);
        double level = closing.uncertainty().level();
        return new double[] {level * expected[0], level * level * expected[1]};
    }
}
