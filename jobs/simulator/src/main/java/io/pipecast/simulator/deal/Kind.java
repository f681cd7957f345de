package io.pipecast.simulator.deal;

import io.pipecast.domain.deal.DealType;

/** Kinds of business and what is true of them. Arrays are by open stage. */
enum Kind {
    NEW(
            DealType.NEW,
            0,
            60_000,
            0.85,
            new double[] {8, 11, 17, 14, 16},
            new double[] {0.048, 0.050, 0.052, 0.058, 0.066},
            new double[] {0.48, 0.54, 0.56, 0.56, 0.50},
            new int[] {58, 50, 40, 25, 12}),
    EXPANSION(
            DealType.EXPANSION,
            1,
            32_000,
            0.7,
            new double[] {4, 7, 11, 10, 11},
            new double[] {0.04, 0.04, 0.04, 0.042, 0.044},
            new double[] {0.55, 0.6, 0.62, 0.62, 0.6},
            new int[] {38, 32, 25, 16, 9}),
    RENEWAL(
            DealType.RENEWAL,
            2,
            42_000,
            0.6,
            new double[] {4, 5, 16, 14, 10},
            new double[] {0.0035, 0.0035, 0.003, 0.003, 0.003},
            new double[] {0.9, 0.9, 0.9, 0.9, 0.9},
            new int[] {60, 55, 45, 28, 14});

    /** As the CRM calls it. */
    final DealType type;

    /** Stage its deals start in. */
    final int firstStage;

    /** Median worth in US dollars. */
    final double medianWorth;

    /** Standard deviation of the logarithm of worth. */
    final double spread;

    /** Business days in the stage at which moving on is likeliest. */
    final double[] peakDays;

    /** Daily chance that a warm, average deal turns cold. */
    final double[] cooling;

    /** Size of the daily chance to move on at its peak, times {@link #peakDays}. */
    final double[] drive;

    /** Business days such deals take to close, as reps know them. */
    final int[] usualDays;

    Kind(
            DealType type,
            int firstStage,
            double medianWorth,
            double spread,
            double[] peakDays,
            double[] cooling,
            double[] drive,
            int[] usualDays) {
        this.type = type;
        this.firstStage = firstStage;
        this.medianWorth = medianWorth;
        this.spread = spread;
        this.peakDays = peakDays;
        this.cooling = cooling;
        this.drive = drive;
        this.usualDays = usualDays;
    }
}
