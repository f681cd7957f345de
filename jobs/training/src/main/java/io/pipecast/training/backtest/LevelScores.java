package io.pipecast.training.backtest;

import io.pipecast.domain.organization.Tree;
import io.pipecast.training.backtest.PeriodVerdict.FanDay;
import io.pipecast.training.backtest.PeriodVerdict.LevelScore;
import io.pipecast.training.backtest.PeriodVerdict.RivalScore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Adds up what was said of nodes and periods, by level of the trees and part of the period. */
final class LevelScores {
    private static final double[] QUANTILES = {0.1, 0.5, 0.9};

    private final List<PeriodRival> rivals;
    private final TreeMap<String, Sums> sums = new TreeMap<>();

    LevelScores(List<PeriodRival> rivals) {
        this.rivals = rivals;
    }

    /** A part of a period; the last two are single midnights. */
    private enum Part {
        ALL("all"),
        FIRST("first third"),
        SECOND("second third"),
        LAST("last third"),
        AT_ONE("at one third"),
        AT_TWO("at two thirds");

        final String label;

        Part(String label) {
            this.label = label;
        }
    }

    /** Sums over the midnights of a level and part. */
    private static final class Sums {
        final Tree tree;
        final int level;
        final Part part;
        final Set<String> nodes = new HashSet<>();
        final Set<Integer> periods = new HashSet<>();
        final Set<String> nodePeriods = new HashSet<>();
        final double[] pinball = new double[QUANTILES.length];
        final int[] heard;
        final double[] landed;
        final double[] missed;
        final double[] off;
        final double[] modelOff;
        int midnights;
        int banded;
        int held;
        double landedInBands;

        Sums(Tree tree, int level, Part part, int rivals) {
            this.tree = tree;
            this.level = level;
            this.part = part;
            this.heard = new int[rivals];
            this.landed = new double[rivals];
            this.missed = new double[rivals];
            this.off = new double[rivals];
            this.modelOff = new double[rivals];
        }
    }

    /** Takes in the judged midnights of a node's period. */
    void take(ScopePeriod period, List<FanDay> midnights) {
        double before = -1;
        for (FanDay midnight : midnights) {
            take(period, midnight, Part.ALL);
            take(period, midnight, third(midnight.elapsed()));
            for (Part point : pointsBetween(before, midnight.elapsed(), midnight.day())) {
                take(period, midnight, point);
            }
            before = midnight.elapsed();
        }
    }

    private static Part third(double elapsed) {
        if (elapsed < 1 / 3.0) {
            return Part.FIRST;
        }
        return elapsed < 2 / 3.0 ? Part.SECOND : Part.LAST;
    }

    /** The points that a period has reached since the midnight before. */
    private static List<Part> pointsBetween(double before, double now, int day) {
        List<Part> points = new ArrayList<>();
        boolean watched = before >= 0 || day == 0;
        if (watched && before < 1 / 3.0 && now >= 1 / 3.0) {
            points.add(Part.AT_ONE);
        }
        if (watched && before < 2 / 3.0 && now >= 2 / 3.0) {
            points.add(Part.AT_TWO);
        }
        return points;
    }

    private void take(ScopePeriod period, FanDay midnight, Part part) {
        ScopePeriod.Scope scope = period.scope();
        String key = scope.tree().ordinal() + "|" + (1000 + scope.level()) + "|" + part.ordinal();
        Sums into =
                sums.computeIfAbsent(
                        key, k -> new Sums(scope.tree(), scope.level(), part, rivals.size()));
        into.nodes.add(scope.node());
        into.periods.add(period.startDay());
        into.nodePeriods.add(scope.node() + "|" + period.startDay());
        into.midnights++;
        double landed = period.landed();
        band(midnight, landed, into);
        Double model = midnight.said().get(PeriodRival.MODEL);
        for (int r = 0; r < rivals.size(); r++) {
            Double said = midnight.said().get(rivals.get(r).key());
            if (said != null) {
                into.heard[r]++;
                into.landed[r] += landed;
                into.missed[r] += said - landed;
                into.off[r] += Math.abs(said - landed);
                into.modelOff[r] += model == null ? Double.NaN : Math.abs(model - landed);
            }
        }
    }

    private static void band(FanDay midnight, double landed, Sums into) {
        double[] said = {midnight.p10(), midnight.p50(), midnight.p90()};
        if (Double.isNaN(said[0]) || Double.isNaN(said[2])) {
            return;
        }
        into.banded++;
        into.landedInBands += landed;
        into.held += said[0] <= landed && landed <= said[2] ? 1 : 0;
        for (int q = 0; q < QUANTILES.length; q++) {
            double under = landed - said[q];
            into.pinball[q] += under >= 0 ? QUANTILES[q] * under : (QUANTILES[q] - 1) * under;
        }
    }

    /** The scores, reporting tree first, from the root down. */
    List<LevelScore> scores() {
        return sums.values().stream().map(this::score).toList();
    }

    private LevelScore score(Sums of) {
        List<Double> pinball = new ArrayList<>();
        for (double loss : of.pinball) {
            pinball.add(loss / of.landedInBands);
        }
        List<RivalScore> scores = new ArrayList<>();
        for (int r = 0; r < rivals.size(); r++) {
            if (of.heard[r] > 0) {
                PeriodRival rival = rivals.get(r);
                scores.add(
                        new RivalScore(
                                rival.key(),
                                rival.label(),
                                rival.note(),
                                of.heard[r],
                                of.missed[r] / of.landed[r],
                                of.off[r] / of.landed[r],
                                of.modelOff[r] / of.landed[r]));
            }
        }
        return new LevelScore(
                of.tree,
                of.level,
                of.part.label,
                of.nodes.size(),
                of.periods.size(),
                of.nodePeriods.size(),
                of.midnights,
                (double) of.held / of.banded,
                pinball,
                scores);
    }
}
