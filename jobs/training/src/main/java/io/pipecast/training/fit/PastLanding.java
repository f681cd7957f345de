package io.pipecast.training.fit;

/**
 * What was still to come in a period at one of its midnights: as a model of that time had it, and
 * what came. Corporate minor units.
 *
 * @param open expected from open deals
 * @param openVariance its variance if deals are independent
 * @param fresh expected from deals not created yet
 * @param freshVariance its variance if they are a compound Poisson process
 * @param openCame won of the deals open then
 * @param freshCame won of the deals created later
 */
record PastLanding(
        double open,
        double openVariance,
        double fresh,
        double freshVariance,
        double openCame,
        double freshCame) {
    /** Expected in all. */
    double expected() {
        return open + fresh;
    }

    /** How far what came was off, as a share of what was expected. */
    double off() {
        return (openCame + freshCame) / expected() - 1;
    }

    /** Mean square of {@link #off} to expect when new business varies by a factor more. */
    double square(double newDispersion) {
        return (openVariance + newDispersion * freshVariance) / (expected() * expected());
    }
}
