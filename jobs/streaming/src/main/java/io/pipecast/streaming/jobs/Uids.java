package io.pipecast.streaming.jobs;

/** Identities of the operators: state is found by them, so they never change. */
final class Uids {
    static final String READ_INPUTS = "read-inputs";
    static final String TRACK_DEALS = "track-deals";
    static final String COMBINE_STAKES = "combine-stakes";
    static final String ORGANIZE_SCOPES = "organize-scopes";
    static final String DELIVERY_RECORDS = "delivery-records";
    static final String DELIVER_ALERTS = "deliver-alerts";
    static final String SUM_FEEDS = "sum-feeds";
    static final String MODEL_RECORDS = "model-records";
    static final String REPORT_MODELS = "report-models";
    static final String COALESCE_DEALS = "coalesce-deals";

    private Uids() {}
}
