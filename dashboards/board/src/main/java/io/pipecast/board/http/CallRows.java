package io.pipecast.board.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.pipecast.board.access.Seen;
import io.pipecast.board.http.Answers.NodeRef;
import io.pipecast.board.views.CallBias;
import io.pipecast.board.views.CallLog;
import io.pipecast.board.views.CallScore;
import io.pipecast.board.views.CallWeeks;
import io.pipecast.board.views.HistoryPoint;
import io.pipecast.board.views.Node;
import io.pipecast.board.views.PeriodPath;
import io.pipecast.codec.control.Call;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.domain.forecast.Quantity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Calls for a period as rows of an answer. Money in minor units, shares 0–1, unknown null. */
final class CallRows {
    static final List<String> HEADS =
            List.of(
                    "node",
                    "name",
                    "commit",
                    "best_case",
                    "note",
                    "submitted_at",
                    "submitted_this_week",
                    "commit_last_week",
                    "closed",
                    "closed_and_commit",
                    "model_p10",
                    "model_p50",
                    "model_p90",
                    "quota",
                    "bias");

    private static final int WEEKS = 26;

    private final Seen views;
    private final CallWeeks weeks;
    private final String period;
    private final long locked;

    CallRows(Seen views, CallWeeks weeks, String period) {
        this.views = views;
        this.weeks = weeks;
        this.period = period;
        this.locked = weeks.before(weeks.deadline(views.now()));
    }

    /** A call as submitted. */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Submission(long at, String by, Long commit, Long bestCase, String note) {}

    /**
     * Somebody's call beside what else is known of the period.
     *
     * @param call the newest one, or null
     * @param lastWeek what stood at the last deadline, or null
     * @param submitted whether there is a call of this week
     * @param categoryCommit closed and open deals of category commit
     * @param bias see {@link CallBias}, or null; of the current period alone
     * @param judged ended periods it is learned from
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Row(
            NodeRef node,
            boolean leaf,
            Submission call,
            Submission lastWeek,
            boolean submitted,
            Long closed,
            Long categoryCommit,
            Long p10,
            Long p50,
            Long p90,
            Long quota,
            Double bias,
            int judged) {}

    /**
     * A week of the period.
     *
     * @param call what stood at its deadline, or null
     * @param submitted whether it was submitted in that week
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Week(long deadline, Submission call, boolean submitted, Long closed, Long p50) {}

    /** How right the calls for an ended period were; see {@link CallScore}. */
    record Score(
            String period,
            Long booked,
            int calls,
            double first,
            double last,
            double mean,
            Double sameDay) {}

    Row row(Node node) {
        List<Call> calls = views.calls(node, period);
        Call newest = CallLog.standing(calls, views.now());
        PipelineForecast row = node.period(period);
        boolean current = row != null && row.periodKind() == PeriodRole.CURRENT;
        CallBias bias = current ? views.bias(node) : null;
        return new Row(
                NodeRef.of(node),
                views.forecasts().children(node).isEmpty(),
                submission(newest),
                submission(CallLog.standing(calls, locked)),
                newest != null && newest.submittedAt() > locked,
                value(row, Quantity.CLOSED),
                value(row, Quantity.CUMULATIVE_COMMIT),
                value(row, Quantity.MODEL_P10),
                value(row, Quantity.MODEL_P50),
                value(row, Quantity.MODEL_P90),
                value(row, Quantity.QUOTA),
                bias == null ? null : bias.value(),
                bias == null ? 0 : bias.periods());
    }

    /** A row of the table. */
    List<Object> cells(Node node, String currency) {
        Row row = row(node);
        List<Object> cells = new ArrayList<>(List.of(row.node().id(), row.node().name()));
        Submission call = row.call();
        cells.add(call == null ? null : money(call.commit(), currency));
        cells.add(call == null ? null : money(call.bestCase(), currency));
        cells.add(call == null ? null : call.note());
        cells.add(call == null ? null : Instant.ofEpochMilli(call.at()));
        cells.add(row.submitted());
        cells.add(row.lastWeek() == null ? null : money(row.lastWeek().commit(), currency));
        for (Long value :
                Arrays.asList(
                        row.closed(),
                        row.categoryCommit(),
                        row.p10(),
                        row.p50(),
                        row.p90(),
                        row.quota())) {
            cells.add(money(value, currency));
        }
        cells.add(row.bias());
        return cells;
    }

    private static Object money(Long minor, String currency) {
        return CsvTable.money(minor == null ? Quantity.MISSING : minor, currency);
    }

    /** Weeks whose deadline has passed, the newest first; those from the period's begin on. */
    List<Week> weeks(Node node, long begin, long end) {
        List<Call> calls = views.calls(node, period);
        PeriodPath path = views.path(node, period);
        List<Week> found = new ArrayList<>();
        long first = calls.isEmpty() ? begin : Math.min(begin, calls.get(0).submittedAt());
        for (long deadline : weeks.between(first, Math.min(views.now() + 1, end))) {
            found.add(week(calls, path, deadline));
        }
        Collections.reverse(found);
        return found.subList(0, Math.min(WEEKS, found.size()));
    }

    private Week week(List<Call> calls, PeriodPath path, long deadline) {
        Call standing = CallLog.standing(calls, deadline);
        Map.Entry<Integer, HistoryPoint> then =
                path == null ? null : path.points().floorEntry(views.dayOf(deadline));
        return new Week(
                deadline,
                submission(standing),
                standing != null && standing.submittedAt() > weeks.before(deadline),
                then == null ? null : Answers.known(then.getValue().closed()),
                then == null ? null : Answers.known(then.getValue().p50()));
    }

    List<Score> scores(Node node) {
        return views.callScores(node).stream()
                .map(
                        s ->
                                new Score(
                                        s.period(),
                                        s.booked(),
                                        s.calls(),
                                        s.first(),
                                        s.last(),
                                        s.mean(),
                                        Answers.known(s.sameDay())))
                .toList();
    }

    private Submission submission(Call call) {
        return call == null
                ? null
                : new Submission(
                        call.submittedAt(),
                        views.nameOf(call),
                        Answers.known(call.commit()),
                        Answers.known(call.bestCase()),
                        call.note());
    }

    private static Long value(PipelineForecast row, Quantity quantity) {
        return row == null ? null : Answers.known(row.value(quantity));
    }
}
