package io.pipecast.board.metrics;

import io.pipecast.domain.forecast.Quantity;
import java.util.Arrays;
import java.util.List;

/**
 * The one list of the business metrics at {@code /metrics}: name, unit, help. Money is in major
 * units of the currency label.
 */
public enum MetricName {
    FORECAST_CLOSED("pipecast_forecast_closed_amount", Quantity.CLOSED),
    FORECAST_COMMIT("pipecast_forecast_commit_amount", Quantity.CATEGORY_COMMIT),
    FORECAST_BEST_CASE("pipecast_forecast_best_case_amount", Quantity.CATEGORY_BEST_CASE),
    FORECAST_PIPELINE("pipecast_forecast_pipeline_amount", Quantity.CATEGORY_PIPELINE),
    FORECAST_OMITTED("pipecast_forecast_omitted_amount", Quantity.OMITTED),
    FORECAST_CUMULATIVE_COMMIT(
            "pipecast_forecast_closed_and_commit_amount", Quantity.CUMULATIVE_COMMIT),
    FORECAST_OPEN("pipecast_forecast_open_amount", Quantity.OPEN_AMOUNT),
    FORECAST_OPEN_DEALS("pipecast_forecast_open_deals", Quantity.OPEN_COUNT),
    FORECAST_OVERDUE("pipecast_forecast_overdue_amount", Quantity.OVERDUE_AMOUNT),
    FORECAST_UNDATED("pipecast_forecast_undated_amount", Quantity.UNDATED_AMOUNT),
    FORECAST_UNCONVERTED_DEALS("pipecast_forecast_unconverted_deals", Quantity.UNCONVERTED_COUNT),
    FORECAST_STAGE_WEIGHTED("pipecast_forecast_stage_weighted_amount", Quantity.STAGE_WEIGHTED),
    FORECAST_MEAN("pipecast_forecast_mean_amount", Quantity.MODEL_MEAN),
    FORECAST_FROM_OPEN("pipecast_forecast_from_open_amount", Quantity.MODEL_FROM_OPEN),
    FORECAST_FROM_NEW("pipecast_forecast_from_new_amount", Quantity.MODEL_FROM_NEW),
    FORECAST_FROM_DEMAND("pipecast_forecast_from_demand_amount", Quantity.MODEL_FROM_DEMAND),
    FORECAST_P10("pipecast_forecast_p10_amount", Quantity.MODEL_P10),
    FORECAST_P50("pipecast_forecast_p50_amount", Quantity.MODEL_P50),
    FORECAST_P90("pipecast_forecast_p90_amount", Quantity.MODEL_P90),
    FORECAST_REACH("pipecast_forecast_reach_quota_ratio", Quantity.MODEL_P_REACH),
    FORECAST_QUOTA("pipecast_forecast_quota_amount", Quantity.QUOTA),
    FORECAST_ATTAINMENT("pipecast_forecast_attainment_ratio", Quantity.ATTAINMENT),
    FORECAST_GAP("pipecast_forecast_gap_amount", Quantity.GAP),
    FORECAST_COVERAGE("pipecast_forecast_coverage_remaining_ratio", Quantity.COVERAGE_REMAINING),
    FORECAST_CALL_COMMIT("pipecast_forecast_call_commit_amount", Quantity.CALL_COMMIT),
    FORECAST_CALL_BEST_CASE("pipecast_forecast_call_best_case_amount", Quantity.CALL_BEST_CASE),
    FORECAST_WIN_RATE("pipecast_forecast_win_rate_ratio", Quantity.WIN_RATE_COUNT),

    CHANGE_P50(
            "pipecast_forecast_p50_change_amount",
            "P50 now less what was published then, by since; does not add up over nodes."),
    CHANGE_CLOSED(
            "pipecast_forecast_closed_change_amount",
            "Closed now less what was published then, by since."),
    CHANGE_COMMIT(
            "pipecast_forecast_closed_and_commit_change_amount",
            "Closed and commit now less what was published then, by since."),
    CHANGE_OPEN(
            "pipecast_forecast_open_change_amount",
            "Open pipeline now less what was published then, by since."),
    COVERAGE_NEEDED("pipecast_forecast_coverage_needed_ratio", help(Quantity.COVERAGE_NEEDED)),
    PACING("pipecast_forecast_pacing_ratio", help(Quantity.PACING)),
    SAME_DAY_ERROR(
            "pipecast_forecast_same_day_error_ratio",
            "Signed miss of a forecast on the same day of an ended period, as a share of what it landed at."),
    FORECAST_TIME(
            "pipecast_forecast_event_timestamp_seconds",
            "Instant the newest complete cut speaks of, seconds since 1970."),
    FORECAST_CUT("pipecast_forecast_cut", "Number of the newest complete cut."),
    MODEL_ACTIVE("pipecast_model_active", "1 for the model version the company's forecast uses."),
    MODELS("pipecast_models", "Published models, by what became of them."),
    MODEL_JUDGED(
            "pipecast_model_judged_forecasts",
            "Forecasts whose outcome became known in the last 91 days, by model and measure."),
    MODEL_BRIER(
            "pipecast_model_brier_score",
            "Mean squared error of the chances, by model and measure."),
    MODEL_LOG_LOSS(
            "pipecast_model_log_loss", "Mean negative log likelihood, by model and measure."),
    MODEL_AUC(
            "pipecast_model_auc_ratio",
            "Area under the ROC curve, approximate, by model and measure."),
    MODEL_CALIBRATION(
            "pipecast_model_calibration_error_ratio",
            "Mean distance of share won and chance given, by model and measure."),
    MODEL_DRIFT(
            "pipecast_model_drift_index",
            "Population stability index of the chances of the last 28 days against the model's first 28."),
    MODEL_FEATURE_DRIFT(
            "pipecast_model_feature_drift_index",
            "Population stability index of what deals of the last 28 days look like against those the model was learned from, by kind of reason."),
    MODEL_COVERED(
            "pipecast_model_periods_covered_ratio",
            "Share of periods that ended between P10 and P90, by level; does not add up over levels."),
    MODEL_PERIOD_ERROR(
            "pipecast_model_period_error_ratio",
            "Mean distance of P50 from what a period closed at, as a share of it, by level."),
    MODEL_BIN_CHANCE(
            "pipecast_model_bin_chance_ratio",
            "Mean chance given to the judged forecasts of about the same chance."),
    MODEL_BIN_WON(
            "pipecast_model_bin_won_ratio",
            "Share that came true of the judged forecasts of about the same chance."),
    HAND_SET_DEALS(
            "pipecast_hand_set_deals",
            "Open deals for which a chance set by hand stands in the current period."),
    HAND_SET_JUDGED(
            "pipecast_hand_set_judged_chances",
            "Chances set by hand whose deal has ended, or whose period has."),
    HAND_SET_BRIER(
            "pipecast_hand_set_brier_score",
            "Mean squared error of judged chances set by hand, and of the model's of the same deals, by hand or model."),
    DEALS_OPEN("pipecast_deals_open", "Open deals known to the board."),
    ALERTS_OPEN("pipecast_deal_alerts_open", "Deal alerts that are alive, by rule and severity."),
    ALERTS_OPEN_AMOUNT(
            "pipecast_deal_alerts_open_amount", "Amount of the deals with a live alert, by rule."),
    TEAM_ALERTS(
            "pipecast_team_alerts_open",
            "Alerts about teams and feeds that are alive, by rule and severity."),
    ALERTS_JUDGED(
            "pipecast_alerts_judged",
            "Deal alerts delivered in the 91 days that ended a month ago, by rule, all together as all."),
    ALERT_ODDS(
            "pipecast_alert_odds_ratio",
            "Odds that a deal went bad within 30 days after an alert, divided by those of open deal-days without one, matched by stage, segment and day of period."),
    ALERT_PRECISION(
            "pipecast_alert_precision_ratio",
            "Share of these alerts after which the deal was lost or left its period within 30 days."),
    ALERT_RECALL(
            "pipecast_alert_recall_ratio",
            "Share of the losses and slips that were told of at least 10 days before."),
    ALERT_RECALL_AMOUNT(
            "pipecast_alert_recall_amount_ratio",
            "The same by amount: the amount at risk that was caught in time."),
    ALERT_CAUGHT(
            "pipecast_alert_caught_amount",
            "Amount of the losses and slips within 30 days after an alert."),
    ALERT_LEAD(
            "pipecast_alert_lead_seconds",
            "Median time from an alert to the loss or slip it told of."),
    ALERT_ACKNOWLEDGED(
            "pipecast_alert_acknowledged_ratio",
            "Share of these alerts that somebody took note of."),
    ALERT_NOT_USEFUL(
            "pipecast_alert_not_useful_ratio",
            "Share of these alerts that somebody called not useful."),
    ALERTS_PER_MANAGER("pipecast_alerts_per_manager_week", "These alerts per manager and week."),
    TERRITORY_ALERTS(
            "pipecast_territory_alerts_open", "Deal alerts that are alive, by territory and rule."),
    TERRITORY_ALERTS_AMOUNT(
            "pipecast_territory_alerts_open_amount",
            "Amount of the deals with a live alert, by territory and rule."),
    RISK_AMOUNT(
            "pipecast_deal_at_risk_amount",
            "Amount of the ten deals of a territory that need somebody most."),
    RISK_CHANCE(
            "pipecast_deal_at_risk_chance_ratio",
            "Chance of these deals to be won within the current period."),
    RISK_PAST(
            "pipecast_deal_at_risk_past_threshold_ratio",
            "What was measured of these deals divided by its threshold."),
    ALERTS_DELIVERED(
            "pipecast_deal_alerts_delivered",
            "Deal alerts that Alertmanager takes for open, by way of delivery."),
    DELIVERY_WAITING(
            "pipecast_alert_delivery_waiting_seconds",
            "How long something has waited for Alertmanager to take it, 0 when nothing does."),
    DELIVERY_POSTS("pipecast_alert_posts_total", "Posts to Alertmanager, by what became of them."),
    FEED_LAG("pipecast_feed_lag_seconds", "How far a feed's newest event lies behind the clock."),
    FEED_QUIET(
            "pipecast_feed_quiet_seconds",
            "Working time since a feed's newest event, by the company's calendar and hours."),
    FEED_EVENTS("pipecast_feed_events", "Readable events taken in from a feed so far."),
    FEED_REJECTED("pipecast_feed_rejected", "Records of a feed refused so far."),
    FRESHNESS(
            "pipecast_freshness_seconds",
            "Wall time since the newest row or sign of life was received."),
    READY("pipecast_board_ready", "1 once everything published before the start has been read."),
    ROWS("pipecast_rows_total", "Rows read, by topic."),
    UNREADABLE("pipecast_unreadable_rows_total", "Rows that could not be decoded, by topic.");

    public final String key;
    public final String help;

    /** The published quantity it shows per node and period, or null for the board's own. */
    final Quantity quantity;

    MetricName(String key, Quantity quantity) {
        this.key = key;
        this.quantity = quantity;
        this.help = help(quantity);
    }

    MetricName(String key, String help) {
        this.key = key;
        this.quantity = null;
        this.help = help;
    }

    private static String help(Quantity quantity) {
        return quantity.label
                + ": "
                + quantity.definition
                + (quantity.additive ? "." : "; does not add up over nodes.");
    }

    /** The metrics that exist per node and period. */
    static List<MetricName> forecasts() {
        return Arrays.stream(values()).filter(name -> name.quantity != null).toList();
    }
}
