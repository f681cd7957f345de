package io.pipecast.e2e.live;

import io.pipecast.app.demo.EmbeddedKafka;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.output.RowDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.codec.settings.Topic;
import io.pipecast.domain.deal.StageTable;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.model.closing.ClosingTables;
import io.pipecast.model.closing.NewBusiness;
import io.pipecast.model.features.DaysAhead;
import io.pipecast.model.features.DealFactor;
import io.pipecast.model.features.PeriodPosition;
import io.pipecast.model.features.TimeInStage;
import io.pipecast.model.scoring.HazardModel;
import io.pipecast.model.scoring.HazardTables;
import io.pipecast.model.scoring.ModelCard;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Measures, and asserts nothing: how long an event takes to become a row of its deal in Kafka,
 * before and while a new model is followed by many open deals. Arguments: deals (60000), state
 * backend (hashmap or rocksdb).
 */
final class SweepLatency {
    private static final int PROBES = 400;
    private static final long PROBE_NANOS = 10_000_000;
    private static final Duration LISTEN = Duration.ofMillis(2);
    private static final int LOADED_AT_ONCE = 10_000;

    private final CrmFeed feed;
    private final OutputReader<DealForecast> rows;
    private final int deals;
    private final long clock = Changes.START + Changes.HOUR;
    private final Map<Long, Long> sent = new HashMap<>();
    private final Set<String> swept = new HashSet<>();
    private long amount = 1_000_000;
    private int probed;

    private SweepLatency(CrmFeed feed, OutputReader<DealForecast> rows, int deals) {
        this.feed = feed;
        this.rows = rows;
        this.deals = deals;
    }

    /** Runs the measurement. */
    public static void main(String[] args) throws Exception {
        int deals = args.length > 0 ? Integer.parseInt(args[0]) : 60_000;
        String state = args.length > 1 ? args[1] : "hashmap";
        try (EmbeddedKafka broker = EmbeddedKafka.start()) {
            PipecastConfig config =
                    LiveSetup.config("company: Sweep\n", broker, "sweep-", "at-least-once", state);
            RowDecoder decoder = new RowDecoder();
            try (CrmFeed feed = new CrmFeed(config);
                    RunningJob job = RunningJob.startWithoutRestarts(config);
                    var rows = new OutputReader<>(config.kafka(), Topic.DEALS, decoder::deal)) {
                SweepLatency measure = new SweepLatency(feed, rows, deals);
                measure.load();
                System.out.printf(Locale.ROOT, "%,d open deals, state in %s%n", deals, state);
                measure.probe("before");
                measure.publish(document(config.pipeline().stages()));
                measure.probe("during the sweep");
                measure.awaitSwept();
                System.out.println("job runs: " + job.isRunning());
            }
        }
    }

    private void load() throws Exception {
        for (int i = 0; i < deals; i++) {
            feed.change(Changes.created("D" + i, Changes.START));
            if (i % LOADED_AT_ONCE == 0) {
                feed.tick(clock);
            }
        }
        feed.tick(clock);
        Set<String> known = new HashSet<>();
        while (known.size() < deals) {
            for (DealForecast row : news()) {
                known.add(row.opportunityId());
            }
        }
    }

    private List<DealForecast> news() {
        return rows.next(LISTEN);
    }

    private void publish(byte[] document) throws Exception {
        feed.send(
                Topic.CONTROL,
                "model",
                ControlAvro.encode(
                        new ModelPublished(1, "made", clock, clock, "measure", document)));
        feed.tick(clock);
    }

    /** Sends an event now and then to one deal or another and waits for its row. */
    private void probe(String name) throws Exception {
        int first = new Random(5).nextInt(deals) + probed;
        probed += PROBES;
        TreeMap<Long, Integer> latencies = new TreeMap<>();
        long next = System.nanoTime();
        for (int i = 0; i < PROBES; i++) {
            OpportunityChange change = Changes.update("D" + (first + i) % deals, Changes.START + 1);
            change.amount = ++amount;
            sent.put(amount, System.nanoTime());
            feed.change(change);
            feed.tick(clock);
            next += PROBE_NANOS;
            do {
                hear(latencies);
            } while (System.nanoTime() - next < 0);
        }
        while (!sent.isEmpty()) {
            hear(latencies);
        }
        int sweptNow = swept.size();
        System.out.printf(
                Locale.ROOT,
                "%-17s event to row: p50 %d ms, p99 %d ms, most %d ms; %,d deals followed%n",
                name,
                quantile(latencies, 0.5),
                quantile(latencies, 0.99),
                latencies.lastKey(),
                sweptNow);
    }

    private void hear(TreeMap<Long, Integer> latencies) {
        List<DealForecast> fresh = news();
        long now = System.nanoTime();
        for (DealForecast row : fresh) {
            Long at = sent.remove(row.amount());
            if (at != null) {
                latencies.merge((now - at) / 1_000_000, 1, Integer::sum);
            }
            if (row.modelVersion().equals("made")) {
                swept.add(row.opportunityId());
            }
        }
    }

    private void awaitSwept() {
        long began = System.nanoTime();
        while (swept.size() < deals) {
            hear(new TreeMap<>());
        }
        System.out.printf(
                Locale.ROOT,
                "all followed %.1f s after the last probe%n",
                (System.nanoTime() - began) / 1e9);
    }

    private static long quantile(TreeMap<Long, Integer> counts, double share) {
        double left = share * counts.values().stream().mapToInt(Integer::intValue).sum();
        for (Map.Entry<Long, Integer> entry : counts.entrySet()) {
            left -= entry.getValue();
            if (left <= 0) {
                return entry.getKey();
            }
        }
        return counts.lastKey();
    }

    private static byte[] document(StageTable stages) {
        int n = stages.size();
        double[] stays = new double[n];
        Arrays.fill(stays, Double.POSITIVE_INFINITY);
        HazardTables tables =
                new HazardTables(
                        n,
                        new int[4],
                        DealFactor.ACTIVITIES,
                        cause(n, 1),
                        cause(n, 2),
                        Double.POSITIVE_INFINITY,
                        stays);
        return ModelFile.write(
                new HazardModel(
                        new ModelCard("made", 0, 0, "", "USD", Map.of()),
                        HazardModel.namesOf(stages),
                        tables,
                        new ClosingTables(stays.clone(), 1, NewBusiness.NONE),
                        1,
                        0));
    }

    private static HazardTables.Cause cause(int stages, long seed) {
        Random random = new Random(seed);
        return new HazardTables.Cause(
                random.doubles((long) stages * TimeInStage.COUNT * DaysAhead.COUNT, 0, 0.02)
                        .toArray(),
                random.doubles(PeriodPosition.COUNT).toArray(),
                random.doubles((long) stages * DealFactor.LEVELS).toArray());
    }
}
