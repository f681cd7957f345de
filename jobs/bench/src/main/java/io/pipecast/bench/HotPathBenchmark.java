package io.pipecast.bench;

import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.domain.alert.Alert;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.DealScore;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.organization.Organization;
import io.pipecast.model.closing.Uncertainty;
import io.pipecast.model.rollup.Landing;
import io.pipecast.model.rollup.Sums;
import io.pipecast.streaming.serialization.DealEventSerializer;
import io.pipecast.streaming.track.DealState;
import io.pipecast.streaming.track.DealTracker;
import io.pipecast.streaming.track.InForce;
import io.pipecast.streaming.track.Outputs;
import io.pipecast.streaming.track.StakeChange;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What an event and a deal-day cost: reading a line, crossing the exchange, settling a deal at a
 * midnight, and the landing of a scope. Run with {@code -prof gc} for the allocation beside the
 * time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class HotPathBenchmark {
    private static final long DAY = 86_400_000L;

    private SimulatedDeals deals;
    private JsonInputDecoder decoder;
    private final DataOutputSerializer out = new DataOutputSerializer(1 << 12);
    private final DataInputDeserializer in = new DataInputDeserializer();
    private DealTracker tracker;
    private Iterator<Map.Entry<String, DealState>> settled;
    private long midnight;
    private int next;
    private Sums sums;
    private final Landing.Law law = new Landing.Law(new Uncertainty(1, 0.1, 5, 0.03, 1.3));

    /** Makes the deals once. */
    @Setup
    public void prepare() {
        deals = new SimulatedDeals();
        decoder = new JsonInputDecoder(deals.settings);
        ExchangeRates rates = new ExchangeRates(deals.settings.currency());
        Organization organization = new Organization();
        tracker =
                new DealTracker(
                        deals.settings,
                        new InForce(deals.settings, rates, organization),
                        organization,
                        rates,
                        new Nowhere());
        settled = deals.states.entrySet().iterator();
        midnight = deals.end;
        sums = new Sums();
        Random random = new Random(1);
        for (int i = 0; i < 200; i++) {
            sums.addDeal(
                    1_000_000L + random.nextInt(90_000_000), 20_000 + random.nextInt(900_000), 1);
        }
    }

    /** One line of events.jsonl to a deal event. */
    @Benchmark
    public Input readsALine() {
        next = (next + 1) % deals.lines.size();
        byte[] line = deals.lines.get(next);
        return decoder.decode(line, 0, line.length, "bench", next);
    }

    /** One deal event written and read back by its own serializer. */
    @Benchmark
    public DealEvent crossesTheExchange() throws IOException {
        next = (next + 1) % deals.events.size();
        out.clear();
        DealEventSerializer.INSTANCE.serialize(deals.events.get(next), out);
        in.setBuffer(out.getSharedBuffer(), 0, out.length());
        return DealEventSerializer.INSTANCE.deserialize(in);
    }

    /** One deal settled at the next midnight, alerts included. */
    @Benchmark
    public long settlesADealDay() {
        if (!settled.hasNext()) {
            settled = deals.states.entrySet().iterator();
            midnight += DAY;
        }
        Map.Entry<String, DealState> deal = settled.next();
        tracker.settle(deal.getKey(), deal.getValue(), midnight, false);
        return midnight;
    }

    /** The landing of a scope of 200 open deals, its three quantiles included. */
    @Benchmark
    public long landsAScope() {
        Landing landing = law.of(sums, 5e8, 1e16);
        return landing.quantile(0.1) + landing.quantile(0.5) + landing.quantile(0.9);
    }

    private static final class Nowhere implements Outputs {
        @Override
        public void stake(StakeChange change) {}

        @Override
        public void forecast(DealForecast row) {}

        @Override
        public void snapshot(DealForecast row) {}

        @Override
        public void alert(Alert alert) {}

        @Override
        public void score(DealScore score) {}
    }
}
