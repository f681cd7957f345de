package io.pipecast.connect.mapping;

import static io.pipecast.connect.mapping.TargetField.oneOf;
import static io.pipecast.connect.mapping.TargetField.optional;
import static io.pipecast.connect.mapping.TargetField.required;

import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.deal.ActivityCode;
import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.domain.deal.Outcome;
import io.pipecast.domain.organization.Tree;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Records a mapping can emit, and their fields as the schemas name them. */
public enum Target {
    /** A change of a deal. */
    OPPORTUNITY(
            required("opportunityId", FieldType.ID),
            required("occurredAt", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT),
            oneOf("operation", true, OpportunityChange.Operation.class),
            optional("mergedInto", FieldType.ID),
            optional("actor", FieldType.TEXT),
            optional("stage", FieldType.STAGE),
            oneOf("outcome", false, Outcome.class),
            optional("closeReason", FieldType.TEXT),
            optional("owner", FieldType.USER),
            optional("closeDate", FieldType.DATE),
            oneOf("forecastCategory", false, ForecastCategory.class),
            optional("currency", FieldType.CURRENCY),
            optional("amount", FieldType.AMOUNT),
            optional("territory", FieldType.ID),
            optional("account", FieldType.ID),
            oneOf("dealType", false, DealType.class),
            optional("name", FieldType.TEXT),
            optional("product", FieldType.TEXT),
            optional("leadSource", FieldType.TEXT),
            optional("nextStep", FieldType.TEXT),
            optional("routeToMarket", FieldType.TEXT)),
    /** Something done, or booked to be done, about a deal. */
    ACTIVITY(
            required("opportunityId", FieldType.ID),
            required("occurredAt", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT),
            oneOf("kind", true, ActivityCode.Kind.class),
            oneOf("direction", true, ActivityCode.Direction.class),
            oneOf("status", true, ActivityCode.Status.class),
            optional("startsAt", FieldType.INSTANT),
            optional("actor", FieldType.TEXT),
            optional("subject", FieldType.TEXT),
            optional("activityType", FieldType.TEXT)),
    /** A user and who they report to. */
    USER(
            required("id", FieldType.ID),
            required("effectiveFrom", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT),
            optional("name", FieldType.TEXT),
            optional("parent", FieldType.ID),
            optional("territory", FieldType.ID),
            optional("active", FieldType.FLAG)),
    /** A territory and what it is part of. */
    TERRITORY(
            required("id", FieldType.ID),
            required("effectiveFrom", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT),
            optional("name", FieldType.TEXT),
            optional("parent", FieldType.ID),
            optional("active", FieldType.FLAG)),
    /** An account and its territory. */
    ACCOUNT(
            required("id", FieldType.ID),
            required("effectiveFrom", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT),
            optional("name", FieldType.TEXT),
            optional("territory", FieldType.ID),
            optional("active", FieldType.FLAG)),
    /** A quota of a node for a period. */
    QUOTA(
            oneOf("tree", true, Tree.class),
            required("node", FieldType.ID),
            required("period", FieldType.ID),
            required("effectiveFrom", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT),
            optional("measure", FieldType.TEXT),
            optional("forecastType", FieldType.TEXT),
            optional("currency", FieldType.CURRENCY),
            required("amount", FieldType.AMOUNT)),
    /** An exchange rate from a day on. */
    RATE(
            required("currency", FieldType.CURRENCY),
            required("rate", FieldType.DECIMAL),
            required("effectiveFrom", FieldType.INSTANT),
            optional("recordedAt", FieldType.INSTANT)),
    /** Rows left out on purpose. */
    NOTHING();

    /** What names of measures begin with. */
    public static final String MEASURES = "measures.";

    @SuppressWarnings("ImmutableEnumChecker") // unmodifiable, and so are its values
    private final Map<String, TargetField> fields;

    Target(TargetField... fields) {
        Map<String, TargetField> byName = new LinkedHashMap<>();
        for (TargetField field : fields) {
            byName.put(field.name(), field);
        }
        this.fields = Collections.unmodifiableMap(byName);
    }

    /** Fields by name, in the order in which they are read. */
    public Map<String, TargetField> fields() {
        return fields;
    }

    /**
     * The field of a name, or null: one of {@link #fields}, or a measure of a deal such as {@code
     * measures.arr}.
     */
    public TargetField field(String name) {
        boolean measure =
                this == OPPORTUNITY
                        && name.startsWith(MEASURES)
                        && name.length() > MEASURES.length();
        return measure ? optional(name, FieldType.AMOUNT) : fields.get(name);
    }

    /** Whether it is about a deal; the others are about the organization. */
    public boolean ofDeal() {
        return this == OPPORTUNITY || this == ACTIVITY;
    }

    /** The field that says when the record holds. */
    public String timeField() {
        return ofDeal() ? "occurredAt" : "effectiveFrom";
    }

    /** As mappings write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
