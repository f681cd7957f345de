package io.pipecast.simulator.deal;

import io.pipecast.domain.deal.DealType;
import java.util.List;

/** Kinds of business and what is true of them. */
enum Kind {
    NEW(
            DealType.NEW,
            0,
            60_000,
            0.85,
            new Law(8, 0.48, 0.048, 58),
            new Law(11, 0.54, 0.050, 50),
            new Law(17, 0.56, 0.052, 40),
            new Law(14, 0.56, 0.058, 25),
            new Law(16, 0.50, 0.066, 12)),
    EXPANSION(
            DealType.EXPANSION,
            1,
            32_000,
            0.7,
            new Law(4, 0.55, 0.040, 38),
            new Law(7, 0.60, 0.040, 32),
            new Law(11, 0.62, 0.040, 25),
            new Law(10, 0.62, 0.042, 16),
            new Law(11, 0.60, 0.044, 9)),
    RENEWAL(
            DealType.RENEWAL,
            2,
            42_000,
            0.6,
            new Law(4, 0.90, 0.0035, 60),
            new Law(5, 0.90, 0.0035, 55),
            new Law(16, 0.90, 0.0030, 45),
            new Law(14, 0.90, 0.0030, 28),
            new Law(10, 0.90, 0.0030, 14));

    /** As the CRM calls it. */
    final DealType type;

    /** Stage its deals start in. */
    final int firstStage;

    /** Median worth in US dollars. */
    final double medianWorth;

    /** Standard deviation of the logarithm of worth. */
    final double spread;

    /** What holds in every open stage; cannot be changed, though its type does not say so. */
    @SuppressWarnings("ImmutableEnumChecker")
    final List<Law> laws;

    Kind(DealType type, int firstStage, double medianWorth, double spread, Law... laws) {
        this.type = type;
        this.firstStage = firstStage;
        this.medianWorth = medianWorth;
        this.spread = spread;
        this.laws = List.of(laws);
    }

    /**
     * What holds for deals of a kind in a stage.
     *
     * @param peakDays business days in the stage at which moving on is likeliest
     * @param drive the daily chance to move on at its peak, times {@code peakDays}
     * @param cooling daily chance that a warm, average deal turns cold
     * @param usualDays business days such deals take to close, as reps know them
     */
    record Law(double peakDays, double drive, double cooling, int usualDays) {}
}
