package io.pipecast.training.report;

import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.deal.Stage;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.closing.PeriodCurve;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.ModelCard;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a person reads of a training: what it was learned from, how much there is of each stage, how
 * it did when held back.
 */
public final class TrainingReport {
    private static final String CHOSEN = "chosen.";
    private static final String LOSS = "loss.";
    private static final String IMPORTANCE = "importance.";
    private static final int MOST_IMPORTANT = 5;

    private TrainingReport() {}

    /** The lines of the report. */
    public static List<String> lines(HazardModel model, PipelineSettings settings) {
        ModelCard card = model.card();
        Map<String, Double> metrics = card.metrics();
        ZoneId zone = settings.calendar().days().zone();
        List<String> lines = new ArrayList<>();
        lines.add("model    " + card.version());
        lines.add(
                "window   "
                        + day(card.trainedFrom(), zone)
                        + " to before "
                        + day(card.trainedUntil(), zone));
        lines.add(
                format(
                        "learned  %,.0f rows of %,.0f deals, %,.0f won and %,.0f lost",
                        metrics.get("rows"),
                        metrics.get("deals"),
                        metrics.get("won"),
                        metrics.get("lost")));
        lines.add(form(model));
        lines.addAll(compared(metrics));
        lines.addAll(important(metrics));
        lines.addAll(landings(model));
        lines.add(format("%-24s %10s  %s", "stage", "visits", "stalled after (business days)"));
        for (int stage = 0; stage < settings.stages().size(); stage++) {
            Stage configured = settings.stages().get(stage);
            if (configured.outcome() == Outcome.OPEN) {
                double visits = metrics.get("visits." + configured.name());
                String limit = limit(model.stallLimit(stage));
                lines.add(format("%-24s %,10.0f  %s", configured.name(), visits, limit));
            }
        }
        lines.add(heldBack(metrics));
        return lines;
    }

    /** What serves, in a line. */
    private static String form(HazardModel model) {
        Map<String, Double> metrics = model.card().metrics();
        if (metrics.getOrDefault("signal", 1.0) == 0) {
            return "serves   no signal: forecasting by base rate";
        }
        String factor = model.tables().factor().name().toLowerCase(Locale.ROOT).replace('_', ' ');
        String by =
                metrics.keySet().stream()
                        .filter(name -> name.startsWith(CHOSEN))
                        .map(name -> name.substring(CHOSEN.length()))
                        .findFirst()
                        .orElse("hazards");
        return "serves   " + by + (factor.equals("none") ? "" : ", scaled by " + factor);
    }

    /** How the forms of model did at the rolling origins, the best first. */
    private static List<String> compared(Map<String, Double> metrics) {
        return metrics.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(LOSS))
                .sorted(Map.Entry.comparingByValue())
                .map(
                        entry ->
                                format(
                                        "  %-22s log loss %.4f on later days",
                                        entry.getKey().substring(LOSS.length()), entry.getValue()))
                .toList();
    }

    /** What the model goes by most, in a line. */
    private static List<String> important(Map<String, Double> metrics) {
        String most =
                metrics.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(IMPORTANCE))
                        .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
                        .limit(MOST_IMPORTANT)
                        .map(
                                entry ->
                                        format(
                                                "%s %.0f %%",
                                                entry.getKey().substring(IMPORTANCE.length()),
                                                100 * entry.getValue()))
                        .collect(Collectors.joining(", "));
        return most.isEmpty() ? List.of() : List.of("goes by  " + most);
    }

    /** What past periods taught about landings, in a line; none where there were none. */
    private static List<String> landings(HazardModel model) {
        double periods = model.card().metrics().getOrDefault("landing.periods", 0.0);
        PeriodCurve curve = model.curve();
        if (periods == 0 || !curve.isKnown()) {
            return List.of();
        }
        Uncertainty uncertainty = model.uncertainty();
        return List.of(
                format(
                        "landings of %,.0f past periods: × %.2f of what was expected, all deals share ± %.0f %%, a third is won by %.0f %% of the days, half by %.0f %%",
                        periods,
                        uncertainty.level(),
                        100 * uncertainty.spread(),
                        100 * curve.when(1 / 3.0),
                        100 * curve.when(0.5)));
    }

    private static String limit(double days) {
        return Double.isNaN(days) ? "too few won deals to learn it" : format("%.1f", days);
    }

    private static String heldBack(Map<String, Double> metrics) {
        if (!metrics.containsKey("holdout.auc")) {
            return "rolling origins: too little data to judge the model";
        }
        return format(
                "rolling origins, won within 14 days: %,.0f rows, %.1f %% won, AUC %.4f, Brier %.4f, calibration error %.4f",
                metrics.get("holdout.rows"),
                100 * metrics.get("holdout.base"),
                metrics.get("holdout.auc"),
                metrics.get("holdout.brier"),
                metrics.get("holdout.ece"));
    }

    private static LocalDate day(long instant, ZoneId zone) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(instant), zone);
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
