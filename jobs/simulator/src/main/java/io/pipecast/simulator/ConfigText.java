package io.pipecast.simulator;

import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.simulator.deal.SalesProcess;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Collectors;

/** The settings of a simulated company as the text of a pipecast.yaml. */
final class ConfigText {
    private ConfigText() {}

    static String of(SimulationPlan plan) {
        return """
        # %1$s, simulated with seed %2$s and %3$s reps from %4$s on
        company: %5$s
        currency: USD
        zone: %6$s
        calendar:
          kind: quarters
          anchor: %7$s
          holidays: [%8$s]
        stages:
        %9$s
        # invented people: whoever works on this machine may see them
        board: {access: {signIn: none}}
        """
                .formatted(
                        plan.company().replace('\n', ' '),
                        plan.seed(),
                        plan.reps(),
                        plan.start(),
                        quoted(plan.company()),
                        SimulationPlan.ZONE,
                        LocalDate.of(plan.start().getYear(), 1, 1),
                        holidays(plan),
                        stages());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace('\n', ' ') + '"';
    }

    private static String holidays(SimulationPlan plan) {
        return plan.holidays().stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }

    private static String stages() {
        StringBuilder lines = new StringBuilder();
        for (SalesProcess stage : SalesProcess.values()) {
            lines.append(
                    "  - {name: %s, outcome: open, probability: %s, category: %s}\n"
                            .formatted(
                                    stage.label, stage.percent / 100.0, category(stage.category)));
        }
        lines.append("  - {name: %s, outcome: won}\n".formatted(SalesProcess.WON));
        lines.append("  - {name: %s, outcome: lost}".formatted(SalesProcess.LOST));
        return lines.toString();
    }

    private static String category(ForecastCategory category) {
        return category.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
