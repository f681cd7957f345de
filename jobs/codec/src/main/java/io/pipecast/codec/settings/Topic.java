package io.pipecast.codec.settings;

import java.util.List;

/** The streams between the parts of Pipecast. */
public enum Topic {
    OPPORTUNITIES("crm.opportunities", false, false),
    ACTIVITIES("crm.activities", false, false),
    ORGANIZATION("crm.organization", false, false),
    CONTROL("pipecast.control", false, false),
    REJECTED("crm.rejected", false, false),
    DEALS("forecast.deals", false, true),
    /** One partition: the rows of a cut follow each other. */
    PIPELINES("forecast.pipelines", true, true),
    HISTORY("forecast.history", false, false),
    ALERTS("forecast.alerts", false, true),
    FEEDS("forecast.feeds", false, true),
    /** What became of published models. */
    MODELS("forecast.models", true, true),
    /** What the model in force said of deals at midnights, and how they ended. */
    SCORES("forecast.scores", false, false),
    /** What a shadow said of them. */
    SHADOW("forecast.shadow", false, false),
    HEALTH("forecast.model-health", true, true);

    /** The topics the job reads; each carries ticks in every partition. */
    public static final List<Topic> INPUTS =
            List.of(OPPORTUNITIES, ACTIVITIES, ORGANIZATION, CONTROL);

    /** Name without prefix. */
    public final String id;

    /** Whether it has one partition whatever is configured. */
    public final boolean single;

    /** Whether rows replace earlier ones of their key, so that the topic may be compacted. */
    public final boolean upsert;

    Topic(String id, boolean single, boolean upsert) {
        this.id = id;
        this.single = single;
        this.upsert = upsert;
    }
}
