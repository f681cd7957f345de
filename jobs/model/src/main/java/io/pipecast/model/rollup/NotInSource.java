package io.pipecast.model.rollup;

import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.settings.SourceTraits;
import java.util.ArrayList;
import java.util.List;

/** Which quantities a source cannot fill: shown as 'not in the source', never as 0. */
final class NotInSource {
    private static final Quantity[] DATED = {
        Quantity.CATEGORY_COMMIT, Quantity.CATEGORY_BEST_CASE, Quantity.CATEGORY_PIPELINE,
                Quantity.OMITTED,
        Quantity.CUMULATIVE_COMMIT, Quantity.CUMULATIVE_BEST_CASE, Quantity.CUMULATIVE_PIPELINE,
                Quantity.OPEN_AMOUNT,
        Quantity.OPEN_COUNT, Quantity.OVERDUE_AMOUNT, Quantity.OVERDUE_COUNT,
                Quantity.STAGE_WEIGHTED,
        Quantity.COVERAGE_REMAINING, Quantity.COVERAGE_TOTAL, Quantity.OMITTED_MODEL,
                Quantity.MODEL_FROM_OVERDUE,
        Quantity.MODEL_FROM_LATER, Quantity.PIPELINE_NEEDED, Quantity.COVERAGE_NEEDED
    };
    private static final Quantity[] CATEGORIES = {
        Quantity.CATEGORY_COMMIT, Quantity.CATEGORY_BEST_CASE, Quantity.CATEGORY_PIPELINE,
                Quantity.OMITTED,
        Quantity.CUMULATIVE_COMMIT, Quantity.CUMULATIVE_BEST_CASE, Quantity.CUMULATIVE_PIPELINE,
                Quantity.OMITTED_MODEL
    };
    private static final Quantity[] QUOTAS = {
        Quantity.QUOTA,
        Quantity.CHILDREN_QUOTA,
        Quantity.ATTAINMENT,
        Quantity.GAP,
        Quantity.COVERAGE_REMAINING,
        Quantity.COVERAGE_TOTAL,
        Quantity.MODEL_P_REACH,
        Quantity.PIPELINE_NEEDED
    };
    private static final Quantity[] AMOUNTS = {
        Quantity.CLOSED,
        Quantity.LOST_AMOUNT,
        Quantity.UNDATED_AMOUNT,
        Quantity.MODEL_MEAN,
        Quantity.MODEL_FROM_OPEN,
        Quantity.MODEL_FROM_NEW,
        Quantity.MODEL_FROM_DEMAND,
        Quantity.MODEL_FROM_UNDATED,
        Quantity.MODEL_P10,
        Quantity.MODEL_P50,
        Quantity.MODEL_P90,
        Quantity.WIN_RATE_AMOUNT,
        Quantity.PIPELINE_NEEDED,
        Quantity.COVERAGE_NEEDED,
        Quantity.PACING,
        Quantity.BRIDGE_WON,
        Quantity.BRIDGE_LOST,
        Quantity.BRIDGE_PUSHED,
        Quantity.BRIDGE_NEW,
        Quantity.BRIDGE_AMOUNT,
        Quantity.BRIDGE_PROBABILITY,
        Quantity.BRIDGE_TIME,
        Quantity.BRIDGE_EXPECTED_NEW,
        Quantity.BRIDGE_DEMAND,
        Quantity.BRIDGE_MODEL,
        Quantity.BRIDGE_ORGANIZATION
    };

    private NotInSource() {}

    /** Quantities that stay empty, in their order. */
    static List<Quantity> of(SourceTraits source) {
        List<Quantity> absent = new ArrayList<>();
        absent.addAll(source.closeDates() ? List.of() : List.of(DATED));
        absent.addAll(source.categories() ? List.of() : List.of(CATEGORIES));
        absent.addAll(source.quotas() ? List.of() : List.of(QUOTAS));
        absent.addAll(source.amounts() ? List.of() : List.of(AMOUNTS));
        return absent.stream().distinct().sorted().toList();
    }
}
