package io.pipecast.training.backtest;

import io.pipecast.domain.settings.SourceTraits;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntToDoubleFunction;

/**
 * Another way to forecast deals, fitted at each cut on what was known then.
 *
 * @param key stable name
 * @param label for people
 * @param note what it states, in a few words
 * @param fit a probability by row, from what was known
 */
record Rival(String key, String label, String note, Function<Known, IntToDoubleFunction> fit) {
    /** Key of the share of all deals that came true: what skill is measured against. */
    static final String BASE_RATE = "baseRate";

    /** Key of the rival a model has to beat first. */
    static final String STAGE_TIME = "stageTime";

    private static final Rival BASE =
            new Rival(
                    BASE_RATE, "Base rate", "share of open deals that came true", CellRates::base);

    private static final Rival CONFIGURED =
            new Rival(
                    "stageConfigured",
                    "Stage probability",
                    "configured probability of the stage",
                    known -> i -> known.rows().row(i).stageProbability());

    private static final Rival FINAL =
            new Rival(
                    "stageFinal",
                    "Stage win rate",
                    "share of closed deals ever in the stage that were won",
                    FinalRates::of);

    private static final Rival ODOO =
            new Rival(
                    "odoo",
                    "Odoo's lead score",
                    "naive Bayes of won and lost deals by team and stage",
                    OdooScore::of);

    private static final Rival STAGE =
            new Rival(
                    "stageRate",
                    "Stage base rate",
                    "share of open deals in the stage that came true",
                    CellRates::stage);

    private static final Rival TIME =
            new Rival(
                    STAGE_TIME,
                    "Stage × time in stage",
                    "share that came true by stage and eight bands of time in it",
                    CellRates::stageTime);

    private static final Rival ENTERED =
            new Rival(
                    "entered",
                    "Entered category and date",
                    "share that came true by category and by where the close date lies",
                    CellRates::entered);

    /** Everything the model is compared with that the source allows, plainest first. */
    static List<Rival> all(SourceTraits source) {
        List<Rival> all = new ArrayList<>(List.of(BASE, CONFIGURED, FINAL, ODOO, STAGE, TIME));
        if (source.closeDates()) {
            all.add(ENTERED);
        }
        return all;
    }
}
