package io.pipecast.connect.reconcile;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which column of a CRM report holds what. A field without a column is not compared. */
public final class ReportColumns {
    static final String ID = "id";
    static final String STAGE = "stage";
    static final String AMOUNT = "amount";
    static final String CLOSE_DATE = "closeDate";
    static final String OWNER = "owner";
    static final String CURRENCY = "currency";

    private final Map<String, String> columns = new LinkedHashMap<>();

    /**
     * The columns id, stage, amount, closeDate and owner, except as named.
     *
     * @param named field to column; an empty column leaves the field out of the comparison
     * @throws IllegalArgumentException for a field there is not
     */
    public ReportColumns(Map<String, String> named) {
        for (String field : List.of(ID, STAGE, AMOUNT, CLOSE_DATE, OWNER)) {
            columns.put(field, field);
        }
        named.forEach(this::name);
        if (!has(ID)) {
            throw new IllegalArgumentException("--columns id must name a column, was empty");
        }
    }

    private void name(String field, String column) {
        if (!columns.containsKey(field) && !field.equals(CURRENCY)) {
            throw new IllegalArgumentException(
                    "--columns must name one of %s, currency, was %s"
                            .formatted(String.join(", ", columns.keySet()), field));
        }
        if (column == null || column.isEmpty()) {
            columns.remove(field);
        } else {
            columns.put(field, column);
        }
    }

    boolean has(String field) {
        return columns.containsKey(field);
    }

    String of(String field) {
        return columns.get(field);
    }

    /** Every column the report must have. */
    List<String> all() {
        return List.copyOf(columns.values());
    }
}
