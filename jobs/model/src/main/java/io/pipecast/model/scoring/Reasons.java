package io.pipecast.model.scoring;

import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.model.features.AsOf;
import io.pipecast.model.features.DealFeature;
import io.pipecast.model.features.ReasonKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Turns the parts of a difference between two deals into few reasons. */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
final class Reasons {
    /** Told of a deal older, or longer in its stage, than any that was won. */
    static final String NEVER_SO_OLD = "older than any won deal";

    static final String NEVER_SO_LONG = "longer in the stage than any won deal";

    /** Millionths of log-odds below which nobody would call it a reason: 1 % of the odds. */
    private static final int LEAST = 10_000;

    private static final double MILLION = 1_000_000;
    private static final int WON_HAZARD = DealFeature.WON_HAZARD.ordinal();
    private static final int LOST_HAZARD = DealFeature.LOST_HAZARD.ordinal();
    private static final ReasonKind[] KINDS = ReasonKind.values();

    /** Features that no number tells. */
    private static final Set<DealFeature> UNTOLD =
            EnumSet.of(DealFeature.VISITED, DealFeature.WON_HAZARD, DealFeature.LOST_HAZARD);

    /** Features that may be −1 without being unknown. */
    private static final Set<DealFeature> SIGNED =
            EnumSet.of(
                    DealFeature.SLIP,
                    DealFeature.DUE_IN,
                    DealFeature.AMOUNT,
                    DealFeature.AMOUNT_OF_OWNER,
                    DealFeature.AMOUNT_CHANGE,
                    DealFeature.OWNER_WON,
                    DealFeature.OWNER_LOST,
                    DealFeature.ACTOR_WON,
                    DealFeature.ACTOR_LOST);

    private final HazardModel model;
    private final Standing deal;
    private final Standing other;
    private final double[] parts;
    private final List<Reason> all = new ArrayList<>();

    private Reasons(HazardModel model, Standing deal, Standing other, double[] parts) {
        this.model = model;
        this.deal = deal;
        this.other = other;
        this.parts = parts;
        for (ReasonKind kind : KINDS) {
            add(kind);
        }
        all.sort(Comparator.comparingInt(reason -> -Math.abs(reason.weight())));
    }

    /** A deal against what is usual; null where the model cannot say. */
    static Explanation explain(HazardModel model, DealView view, AsOf asOf) {
        if (!isPossible(view) || !model.closing().norms().knows(SupportedDays.stage(view))) {
            return null;
        }
        Standing deal = new Standing(model, view, asOf);
        Standing usual = Standing.usual(model, deal);
        ChanceSplit split = new ChanceSplit(model, deal, usual);
        int norm = micros(ChanceSplit.logit(split.otherChance));
        int whole = micros(ChanceSplit.logit(split.chance)) - norm;
        List<Reason> listed = new Reasons(model, deal, usual, split.parts).listed();
        return new Explanation(norm, listed, whole - sum(listed), null);
    }

    /** A deal against itself at an earlier instant; null where the model cannot say. */
    static Explanation.Shift shift(
            HazardModel model, DealView view, AsOf asOf, DealView before, AsOf then) {
        if (!isPossible(view) || !isPossible(before)) {
            return null;
        }
        Standing deal = new Standing(model, view, asOf);
        Standing earlier = new Standing(model, before, then);
        ChanceSplit split = new ChanceSplit(model, deal, earlier);
        int from = micros(ChanceSplit.logit(split.otherChance));
        int whole = micros(ChanceSplit.logit(split.chance)) - from;
        List<Reason> listed = new Reasons(model, deal, earlier, split.parts).listed();
        int chance = (int) Math.rint(split.otherChance * MILLION);
        return new Explanation.Shift(chance, listed, whole - sum(listed));
    }

    /** Weights of all kinds of reasons, by {@link ReasonKind} ordinal, log-odds. */
    static double[] weights(HazardModel model, Standing deal, Standing other) {
        ChanceSplit split = new ChanceSplit(model, deal, other);
        Reasons reasons = new Reasons(model, deal, other, split.parts);
        double[] weights = new double[KINDS.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = reasons.own(KINDS[i]) + reasons.support(KINDS[i]);
        }
        return weights;
    }

    private static boolean isPossible(DealView deal) {
        return deal.isOpen() && SupportedDays.stage(deal) >= 0;
    }

    private static int micros(double logOdds) {
        return (int) Math.rint(logOdds * MILLION);
    }

    private static int sum(List<Reason> reasons) {
        return reasons.stream().mapToInt(Reason::weight).sum();
    }

    /** The heaviest for the deal and against it. */
    private List<Reason> listed() {
        List<Reason> listed = new ArrayList<>();
        int up = 0;
        int down = 0;
        for (Reason reason : all) {
            boolean isFor = reason.weight() > 0;
            if (Math.abs(reason.weight()) >= LEAST && (isFor ? up : down) < Explanation.LISTED) {
                listed.add(reason);
                up += isFor ? 1 : 0;
                down += isFor ? 0 : 1;
            }
        }
        return List.copyOf(listed);
    }

    private void add(ReasonKind kind) {
        double own = own(kind);
        double support = support(kind);
        int weight = micros(own + support);
        if (weight == 0) {
            return;
        }
        boolean never = deal.limit <= 0 && Math.abs(support) > Math.abs(own);
        all.add(never ? never(kind, weight) : told(kind, telling(kind, weight), weight));
    }

    private double own(ReasonKind kind) {
        double own = kind == hazardKind() ? parts[WON_HAZARD] + parts[LOST_HAZARD] : 0;
        own += kind == levelKind() ? parts[ChanceSplit.LEVEL] : 0;
        for (DealFeature feature : kind.features()) {
            own += isHazard(feature) ? 0 : parts[feature.ordinal()];
        }
        return own;
    }

    private double support(ReasonKind kind) {
        return kind == supportKind() ? parts[ChanceSplit.SUPPORT] : 0;
    }

    private static boolean isHazard(DealFeature feature) {
        return feature == DealFeature.WON_HAZARD || feature == DealFeature.LOST_HAZARD;
    }

    /** What hazards of another stage do is the stage's, not the time's. */
    private ReasonKind hazardKind() {
        return deal.stage == other.stage ? ReasonKind.TIME_IN_STAGE : ReasonKind.STAGE;
    }

    private ReasonKind supportKind() {
        boolean byAge = deal.beyondAge >= 0 || deal.limit > 0;
        return byAge ? ReasonKind.AGE : ReasonKind.TIME_IN_STAGE;
    }

    private ReasonKind levelKind() {
        return switch (model.tables().factor()) {
            case BUYER_RECENCY -> ReasonKind.CONTACT;
            case REENTRIES -> ReasonKind.SETBACKS;
            default -> ReasonKind.ACTIVITY;
        };
    }

    /** The feature whose part has most of what the whole kind says. */
    private DealFeature telling(ReasonKind kind, int weight) {
        DealFeature best = kind.features().get(0);
        double most = 0;
        for (DealFeature feature : kind.features()) {
            double part = Math.signum(weight) * parts[feature.ordinal()];
            if (part > most && !UNTOLD.contains(feature)) {
                best = feature;
                most = part;
            }
        }
        return best;
    }

    private Reason told(ReasonKind kind, DealFeature feature, int weight) {
        return new Reason(
                kind.key, label(feature), value(feature, deal), value(feature, other), weight);
    }

    /** Name of a feature, with what the source calls the activities it tells of. */
    private String label(DealFeature feature) {
        int type = feature.typed();
        if (type < 0) {
            return feature.label;
        }
        String number = String.valueOf(type + 1);
        String before = feature.label.substring(0, feature.label.length() - number.length());
        return before + model.effects().records().types().get(type);
    }

    private static double value(DealFeature feature, Standing standing) {
        double value = standing.room.features[feature.ordinal()];
        return value == -1 && !SIGNED.contains(feature) ? Double.NaN : value;
    }

    private Reason never(ReasonKind kind, int weight) {
        if (kind == ReasonKind.AGE) {
            double age = deal.room.features[DealFeature.AGE.ordinal()];
            double longest = model.tables().longestWonAge();
            return new Reason(kind.key, NEVER_SO_OLD, age, longest, weight);
        }
        double inStage = deal.room.features[DealFeature.TIME_IN_STAGE.ordinal()];
        double longest = model.tables().longestWonInStage()[deal.stage];
        return new Reason(kind.key, NEVER_SO_LONG, inStage, longest, weight);
    }
}
