package io.pipecast.streaming.operators;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.alert.AlertHandling.Delivery;
import io.pipecast.streaming.Company;
import io.pipecast.streaming.deliver.MadeAlerts;
import io.pipecast.testkit.ForAll;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.flink.streaming.api.watermark.Watermark;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.TwoInputStreamOperatorTestHarness;
import org.junit.jupiter.api.Test;

/**
 * What holds of the DELIVER operator in whatever order statements come and however often it
 * restarts.
 */
class DeliverAlertsTest {
    private static final long DAY = 86_400_000;
    private static final JobPlan REPLAY = Company.replay();

    @Test
    void neitherOrderNorTheStepsOfTheWatermarkChangeWhatAReplayPublishes() {
        ForAll.seeds(
                30,
                random -> {
                    List<Alert> statements = MadeAlerts.random(random, 120);
                    List<Alert> rows = run(REPLAY, statements, random, 1, 0);
                    assertThat(rows).extracting(DeliverAlertsTest::delivery).contains("DELIVERED");
                    List<Alert> shuffled = shuffled(statements, random);
                    assertThat(run(REPLAY, shuffled, random, 1 + random.nextInt(9), 0))
                            .isEqualTo(rows);
                });
    }

    @Test
    void aLiveJobSaysTheLastOfEachAlertAndNoAlertTwiceAtOnce() {
        ForAll.seeds(
                30,
                random -> {
                    List<Alert> statements = MadeAlerts.random(random, 120);
                    List<Alert> atOnce = run(Company.live(), statements, random, 1, 0);
                    assertThat(atOnce).extracting(Alert::alertId).doesNotHaveDuplicates();
                    assertThat(table(atOnce))
                            .isEqualTo(table(run(REPLAY, statements, random, 1, 0)));
                    List<Alert> shuffled = shuffled(statements, random);
                    assertThat(
                                    table(
                                            run(
                                                    Company.live(),
                                                    shuffled,
                                                    random,
                                                    1 + random.nextInt(9),
                                                    0)))
                            .isEqualTo(table(atOnce));
                });
    }

    private static String delivery(Alert alert) {
        return alert.handling().delivery().name();
    }

    /** The last row of each alert. */
    private static Map<String, Alert> table(List<Alert> rows) {
        Map<String, Alert> table = new TreeMap<>();
        rows.forEach(row -> table.put(row.alertId(), row));
        return table;
    }

    /**
     * In another order, but for the statements about one deal, which come in theirs; some twice.
     */
    private static List<Alert> shuffled(List<Alert> statements, Random random) {
        Map<String, Deque<Alert>> byDeal = new TreeMap<>();
        for (Alert alert : statements) {
            byDeal.computeIfAbsent(alert.opportunityId(), d -> new ArrayDeque<>()).add(alert);
        }
        List<Alert> shuffled = new ArrayList<>();
        List<String> deals = new ArrayList<>(byDeal.keySet());
        while (!deals.isEmpty()) {
            String deal = deals.get(random.nextInt(deals.size()));
            Alert next = byDeal.get(deal).remove();
            shuffled.add(next);
            if (random.nextInt(4) == 0) {
                shuffled.add(next);
            }
            if (byDeal.get(deal).isEmpty()) {
                deals.remove(deal);
            }
        }
        return shuffled;
    }

    @Test
    void whatComesAgainAfterAFailureChangesNothing() {
        ForAll.seeds(
                15,
                random -> {
                    List<Alert> statements = MadeAlerts.random(random, 80);
                    List<Alert> again = new ArrayList<>(statements);
                    // the last third once more, as after a failure
                    again.addAll(statements.subList(statements.size() / 3, statements.size()));
                    assertThat(run(REPLAY, again, random, 1, 0))
                            .isEqualTo(run(REPLAY, statements, random, 1, 0));
                });
    }

    @Test
    void restartsChangeNothing() {
        ForAll.seeds(
                15,
                random -> {
                    List<Alert> statements = MadeAlerts.random(random, 80);
                    assertThat(run(REPLAY, statements, random, 12, 1))
                            .isEqualTo(run(REPLAY, statements, random, 1, 0));
                });
    }

    /** Takes all statements in, raising the watermark in some steps. */
    private static List<Alert> run(
            JobPlan plan, List<Alert> statements, Random random, int steps, double restarts) {
        try {
            List<Alert> rows = new ArrayList<>();
            long first = statements.stream().mapToLong(Alert::statedAt).min().orElseThrow();
            long last = statements.stream().mapToLong(Alert::statedAt).max().orElseThrow() + DAY;
            var harness = open(plan, null);
            for (int i = 0; i < 4; i++) {
                steer(harness, Steering.of(MadeAlerts.user("u" + i, "m" + i % 2, i)));
            }
            steer(harness, Steering.of(MadeAlerts.user("m0", null, 4)));
            steer(harness, Steering.of(MadeAlerts.user("m1", null, 5)));
            for (int step = 1; step <= steps; step++) {
                long from = first + (last - first) * (step - 1) / steps;
                long to = first + (last - first) * step / steps;
                for (Alert alert : statements) {
                    if (alert.statedAt() <= to && (step == 1 || alert.statedAt() > from)) {
                        harness.processElement1(new StreamRecord<>(alert));
                    }
                }
                harness.processBothWatermarks(new Watermark(to));
                if (random.nextDouble() < restarts) {
                    rows.addAll(harness.extractOutputValues());
                    var snapshot = harness.snapshot(1, 1);
                    harness.close();
                    harness = open(plan, snapshot);
                }
            }
            rows.addAll(harness.extractOutputValues());
            harness.close();
            return rows;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static TwoInputStreamOperatorTestHarness<Alert, Steering, Alert> open(
            JobPlan plan, org.apache.flink.runtime.checkpoint.OperatorSubtaskState snapshot)
            throws Exception {
        var harness =
                new TwoInputStreamOperatorTestHarness<Alert, Steering, Alert>(
                        new DeliverAlerts(plan));
        if (snapshot != null) {
            harness.initializeState(snapshot);
        }
        harness.open();
        return harness;
    }

    private static void steer(
            TwoInputStreamOperatorTestHarness<Alert, Steering, Alert> harness, Steering record)
            throws Exception {
        harness.processElement2(new StreamRecord<>(record));
    }

    @Test
    void whatPeopleDidSurvivesARestart() throws Exception {
        Alert raised = MadeAlerts.random(new Random(3), 1).get(0);
        var harness = open(Company.live(), null);
        harness.processElement1(new StreamRecord<>(raised));
        harness.processBothWatermarks(new Watermark(raised.statedAt()));
        steer(
                harness,
                Steering.of(
                        new AlertAction(
                                "a1",
                                raised.alertId(),
                                raised.opportunityId(),
                                AlertAction.Kind.ACKNOWLEDGE,
                                AlertAction.NONE,
                                null,
                                null,
                                raised.statedAt() + 1,
                                "maria")));
        var snapshot = harness.snapshot(1, 1);
        harness.close();
        harness = open(Company.live(), snapshot);
        harness.processBothWatermarks(new Watermark(raised.statedAt() + 4 * DAY));
        List<Alert> rows = harness.extractOutputValues();
        assertThat(rows).isNotEmpty();
        Alert last = rows.get(rows.size() - 1);
        assertThat(last.handling().acknowledgedBy()).isEqualTo("maria");
        assertThat(last.handling().delivery()).isIn(Delivery.DELIVERED, Delivery.DIGEST);
        harness.close();
    }
}
