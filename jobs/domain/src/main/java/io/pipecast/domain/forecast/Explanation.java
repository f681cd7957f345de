package io.pipecast.domain.forecast;

import java.util.List;
import java.util.Set;

/**
 * Why a model gives an open deal its chance to be won in the end. It counts in millionths of
 * log-odds, which add: {@code norm} and the weights of all reasons, {@code rest} included, sum to
 * the logarithm of the odds of the chance.
 *
 * @param norm log-odds the model gives a deal that is in everything as deals usually were, in this
 *     stage, that went on to be won
 * @param reasons what speaks most for the deal and most against it, heaviest first
 * @param rest sum of the weights of all reasons not listed
 * @param lastWeek what has moved the chance in the last seven days, or null for a deal not open
 *     then
 */
public record Explanation(int norm, List<Reason> reasons, int rest, Shift lastWeek) {
    /** Most reasons listed for the deal, and most against it. */
    public static final int LISTED = 3;

    private static final Set<String> OF_PEOPLE = Set.of("owner's record", "who acts");

    /**
     * A reason: all features of one kind, and the one of them that tells most.
     *
     * @param kind key of the reason
     * @param feature name of the feature told
     * @param value of the deal; NaN where it never happened or is not known
     * @param norm what it is compared with: usual among won deals, or the deal's own value a week
     *     before; NaN alike
     * @param weight millionths of log-odds; positive speaks for the deal
     */
    public record Reason(String kind, String feature, double value, double norm, int weight) {}

    /**
     * How a chance moved, by the model and the facts known now.
     *
     * @param chance millionths, of seven days before
     * @param reasons what moved it most up and most down, heaviest first
     * @param rest sum of the weights of all others
     */
    public record Shift(int chance, List<Reason> reasons, int rest) {}

    /** The same with what has moved the chance. */
    public Explanation since(Shift shift) {
        return new Explanation(norm, reasons, rest, shift);
    }

    /** The same without what is known of single people: that goes to the rest. */
    public Explanation impersonal() {
        return new Explanation(
                norm, impersonal(reasons), rest + weightOfPeople(reasons), impersonal(lastWeek));
    }

    private static Shift impersonal(Shift shift) {
        return shift == null
                ? null
                : new Shift(
                        shift.chance,
                        impersonal(shift.reasons),
                        shift.rest + weightOfPeople(shift.reasons));
    }

    private static List<Reason> impersonal(List<Reason> reasons) {
        return reasons.stream().filter(reason -> !OF_PEOPLE.contains(reason.kind)).toList();
    }

    private static int weightOfPeople(List<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> OF_PEOPLE.contains(reason.kind))
                .mapToInt(Reason::weight)
                .sum();
    }
}
