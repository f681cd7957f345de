package io.pipecast.connect.reconcile;

import io.pipecast.connect.reconcile.Difference.Kind;
import io.pipecast.domain.deal.Outcome;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** Compares the deals of a CRM report with the state the events give as of an instant. */
public final class Reconciliation {
    private final CrmReport report;
    private final KnownDeals known;
    private final long at;
    private final Outcome only;
    private final Totals totals = new Totals();
    private final List<Difference> differences = new ArrayList<>();
    private int compared;

    private Reconciliation(CrmReport report, KnownDeals known, long at, Outcome only) {
        this.report = report;
        this.known = known;
        this.at = at;
        this.only = only;
    }

    /**
     * Compares.
     *
     * @param at epoch milliseconds
     * @param only outcome a deal must have on either side to be compared, or null for all
     */
    public static Reconciliation of(CrmReport report, KnownDeals known, long at, Outcome only) {
        Reconciliation reconciliation = new Reconciliation(report, known, at, only);
        reconciliation.compare();
        return reconciliation;
    }

    private void compare() {
        Map<String, DealState> ours = known.statesAt(at);
        Set<String> ids = new TreeSet<>(ours.keySet());
        ids.addAll(report.deals().keySet());
        for (String id : ids) {
            DealState crm = report.deals().get(id);
            DealState mine = ours.get(id);
            if (wanted(crm) || wanted(mine)) {
                compared++;
                compare(id, crm, mine);
            }
        }
    }

    private boolean wanted(DealState state) {
        return state != null && (only == null || state.outcome() == only);
    }

    private void compare(String id, DealState crm, DealState mine) {
        if (crm != null) {
            totals.addCrm(crm);
        }
        if (mine != null) {
            totals.add(mine);
        }
        if (crm == null) {
            differ(id, Kind.MISSING_IN_CRM, "Pipecast has it in " + shown(mine.stage()), null);
        } else if (mine == null) {
            differ(id, Kind.MISSING_IN_PIPECAST, "the CRM has it in " + shown(crm.stage()), crm);
        } else {
            fields(id, crm, mine);
        }
    }

    private void fields(String id, DealState crm, DealState mine) {
        if (!same(Kind.STAGE, crm, mine)) {
            differ(id, Kind.STAGE, both(crm.stage(), mine.stage()), crm);
        }
        if (!same(Kind.AMOUNT, crm, mine)) {
            differ(id, Kind.AMOUNT, both(amount(crm), amount(mine)), crm);
        }
        if (!same(Kind.CLOSE_DATE, crm, mine)) {
            differ(id, Kind.CLOSE_DATE, both(date(crm), date(mine)), crm);
        }
        if (!same(Kind.OWNER, crm, mine)) {
            differ(id, Kind.OWNER, both(crm.owner(), mine.owner()), crm);
        }
    }

    /** Whether two states agree in a field; one the report does not have always agrees. */
    private boolean same(Kind kind, DealState crm, DealState mine) {
        ReportColumns columns = report.columns();
        return switch (kind) {
            case STAGE ->
                    !columns.has(ReportColumns.STAGE) || Objects.equals(crm.stage(), mine.stage());
            case AMOUNT -> !columns.has(ReportColumns.AMOUNT) || crm.sameAmount(mine);
            case CLOSE_DATE ->
                    !columns.has(ReportColumns.CLOSE_DATE)
                            || Objects.equals(crm.closeDate(), mine.closeDate());
            case OWNER ->
                    !columns.has(ReportColumns.OWNER) || Objects.equals(crm.owner(), mine.owner());
            case MISSING_IN_CRM, MISSING_IN_PIPECAST -> false;
        };
    }

    private void differ(String id, Kind kind, String detail, DealState crm) {
        differences.add(new Difference(id, kind, detail, explanation(id, kind, crm)));
    }

    private String explanation(String id, Kind kind, DealState crm) {
        long next = known.nextAfter(id, at);
        DealState last = next == Long.MAX_VALUE ? null : known.lastState(id);
        boolean later =
                last != null
                        && crm != null
                        && (kind == Kind.MISSING_IN_PIPECAST || same(kind, crm, last));
        if (later) {
            return "an event of " + Instant.ofEpochMilli(next) + ", after --at, says as the CRM";
        }
        String refusal = known.refusal(id);
        return refusal == null ? null : "a record of it was refused: " + refusal;
    }

    private static String both(String crm, String mine) {
        return "CRM %s, Pipecast %s".formatted(shown(crm), shown(mine));
    }

    private static String shown(String value) {
        return value == null ? "none" : value;
    }

    private static String amount(DealState state) {
        return state.amount() == null
                ? null
                : Totals.money(state.amount(), state.currency()) + " " + state.currency();
    }

    private static String date(DealState state) {
        return state.closeDate() == null
                ? null
                : LocalDate.ofEpochDay(state.closeDate()).toString();
    }

    /** Deals compared. */
    public int compared() {
        return compared;
    }

    /** Counts and sums of both sides. */
    public Totals totals() {
        return totals;
    }

    /** All differences, by deal. */
    public List<Difference> differences() {
        return List.copyOf(differences);
    }
}
