package io.pipecast.connect.importing;

import io.pipecast.connect.emission.Findings;
import io.pipecast.connect.mapping.Target;
import java.util.List;

/** Which parts of the board an import can fill, told from what it emitted. */
public final class BoardCoverage {
    private BoardCoverage() {}

    /**
     * A part of the board.
     *
     * @param name as configured under {@code source}, or of the organization
     * @param records that carry it
     * @param fills what it is needed for
     */
    public record Part(String name, long records, String fills) {
        /** Whether the source carries it. */
        public boolean filled() {
            return records > 0;
        }
    }

    /**
     * All parts, in the order in which a reader asks for them. What is said of a deal only by the
     * change that closes it tells nothing of open deals and does not count.
     */
    public static List<Part> parts(Findings findings) {
        Target deal = Target.OPPORTUNITY;
        return List.of(
                new Part("amounts", findings.withField(deal, "amount"), "every sum of money"),
                new Part(
                        "closeDates",
                        findings.withFieldWhileOpen(deal, "closeDate"),
                        "categories, coverage, pushes, overdue deals"),
                new Part(
                        "categories",
                        findings.withFieldWhileOpen(deal, "forecastCategory"),
                        "commit and best case"),
                new Part(
                        "activities",
                        findings.made(Target.ACTIVITY),
                        "engagement and the gone-quiet alert"),
                new Part("quotas", findings.made(Target.QUOTA), "attainment, gap and coverage"),
                new Part("territories", findings.made(Target.TERRITORY), "forecasts by territory"),
                new Part(
                        "managers",
                        findings.withField(Target.USER, "parent"),
                        "forecasts by manager"));
    }
}
