package io.pipecast.domain.alert;

import io.pipecast.domain.alert.AlertSubject.Kind;
import java.util.Arrays;
import java.util.List;

/**
 * The rules an alert can come from: those about deals first, strongest reason first, then those
 * about teams and feeds. What a rule goes by is in the class of its name; what holds where nothing
 * is configured is here.
 */
public enum AlertRule {
    CLOSE_DATE_OVERDUE(
            "overdue",
            "close date overdue",
            "open though its close date has passed",
            Measure.BUSINESS_DAYS,
            2,
            false,
            "Agree a date with the buyer, or close the deal."),
    WILL_SLIP(
            "slip",
            "will slip out of the period",
            "due this period, and unlikely to be won in it",
            Measure.PERCENT,
            65,
            false,
            "Ask what still has to happen before the period ends; move the date if it cannot."),
    GONE_QUIET(
            "quiet",
            "gone quiet",
            "no buyer-facing activity",
            Measure.BUSINESS_DAYS,
            10,
            true,
            "Get an answer from the buyer and book the next meeting."),
    STALLED_IN_STAGE(
            "stalled",
            "stalled in stage",
            "longer in the stage than deals that went on to win",
            Measure.BUSINESS_DAYS,
            20,
            true,
            "Ask for the decision that moves it on, or set the stage back."),
    PROBABILITY_FELL(
            "fell",
            "probability fell",
            "much less likely to be won than it was lately",
            Measure.PERCENT,
            50,
            false,
            "Find out what changed at the buyer's."),
    PUSHED_REPEATEDLY(
            "pushed",
            "pushed repeatedly",
            "its close date was moved later again and again",
            Measure.COUNT,
            3,
            true,
            "Ask why the date moved, and what makes the new one firm."),
    OLDER_THAN_ANY_WIN(
            "zombie",
            "older than any won deal",
            "open for longer than any deal that was ever won took",
            Measure.CALENDAR_DAYS,
            0,
            true,
            "Close it, or open a new deal for what is new about it."),
    COVERAGE_LOW(
            Kind.TEAM,
            "coverage",
            "coverage too low",
            "less open pipeline than the rest of the quota needs",
            Measure.PERCENT,
            30,
            false,
            "Agree where the missing pipeline is to come from, or what else closes the gap."),
    FORECAST_FELL(
            Kind.TEAM,
            "forecast",
            "forecast fell",
            "the expected landing fell by more than it usually moves in a week",
            Measure.USUAL,
            250,
            false,
            "Look at what moved it, largest first, and decide whether the call still stands."),
    FEED_STALE(
            Kind.FEED,
            "feed",
            "feed stale",
            "no event came from the feed for longer than it is ever quiet",
            Measure.WORKING_HOURS,
            4,
            true,
            "Find out why the CRM's connector is silent; what it held back is taken in when it returns.");

    /** What a rule measures in. */
    public enum Measure {
        BUSINESS_DAYS("business days"),
        CALENDAR_DAYS("calendar days"),
        COUNT("times"),
        PERCENT("%"),
        USUAL("% of a usual week"),
        WORKING_HOURS("working hours");

        /** As the row says it. */
        public final String unit;

        Measure(String unit) {
            this.unit = unit;
        }
    }

    /** What the rule is about. */
    public final Kind about;

    /** Key in the configuration, below {@code alerts}. */
    public final String key;

    public final String label;
    public final String meaning;
    public final Measure measure;

    /** Threshold where neither one is set by hand nor learned; 0 for none. */
    public final int fallback;

    /** Whether won deals teach its threshold. */
    public final boolean learned;

    /** What a manager may do about it. */
    public final String advice;

    AlertRule(
            String key,
            String label,
            String meaning,
            Measure measure,
            int fallback,
            boolean learned,
            String advice) {
        this(Kind.DEAL, key, label, meaning, measure, fallback, learned, advice);
    }

    AlertRule(
            Kind about,
            String key,
            String label,
            String meaning,
            Measure measure,
            int fallback,
            boolean learned,
            String advice) {
        this.about = about;
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.measure = measure;
        this.fallback = fallback;
        this.learned = learned;
        this.advice = advice;
    }

    /** Whether it is a line of the digest and never news of its own. */
    public boolean isForTheDigest() {
        return this == OLDER_THAN_ANY_WIN;
    }

    /** Whether its evidence is what the model thinks. */
    public boolean isOfModel() {
        return about == Kind.TEAM || this == WILL_SLIP || this == PROBABILITY_FELL;
    }

    /** The rules about deals. */
    public static List<AlertRule> ofDeals() {
        return Arrays.stream(values()).filter(rule -> rule.about == Kind.DEAL).toList();
    }

    /** The rules about teams and feeds. */
    public static List<AlertRule> ofOthers() {
        return Arrays.stream(values()).filter(rule -> rule.about != Kind.DEAL).toList();
    }

    /** The rule of a configuration key, or null. */
    public static AlertRule ofKey(String key) {
        for (AlertRule rule : values()) {
            if (rule.key.equals(key)) {
                return rule;
            }
        }
        return null;
    }
}
