package io.pipecast.app.study;

import io.pipecast.domain.forecast.DealForecast;
import io.pipecast.domain.forecast.PipelineForecast;
import io.pipecast.domain.forecast.PipelineForecast.PeriodRole;
import io.pipecast.streaming.jobs.SomeSinks;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/** Keeps the rows of a replay in this process that a study judges: those of chosen midnights. */
final class Kept extends SomeSinks implements AutoCloseable {
    /** Rows by study: Flink carries a sink as bytes, so it finds its list by number. */
    private static final Map<Long, Kept> OPEN = new ConcurrentHashMap<>();

    private static final AtomicLong NUMBERS = new AtomicLong();

    private final long number = NUMBERS.incrementAndGet();
    private final Set<Long> midnights;
    private final List<PipelineForecast> pipelines =
            Collections.synchronizedList(new ArrayList<>());
    private final List<DealForecast> deals = Collections.synchronizedList(new ArrayList<>());

    /**
     * Keeps rows.
     *
     * @param midnights instants whose rows are wanted; of ended periods all rows are
     */
    Kept(Set<Long> midnights) {
        this.midnights = midnights;
        OPEN.put(number, this);
    }

    @Override
    public void snapshots(DataStream<DealForecast> rows) {
        rows.sinkTo(new Keep<>(number, Kept::take)).uid("keep-snapshots").setParallelism(1);
    }

    @Override
    public void pipelines(DataStream<PipelineForecast> rows) {
        rows.sinkTo(new Keep<>(number, Kept::take)).uid("keep-pipelines").setParallelism(1);
    }

    private static void take(Kept kept, DealForecast row) {
        if (kept.midnights.contains(row.asOf())) {
            kept.deals.add(row);
        }
    }

    private static void take(Kept kept, PipelineForecast row) {
        boolean running =
                row.periodKind() == PeriodRole.CURRENT && kept.midnights.contains(row.asOf());
        if (running || row.periodKind() == PeriodRole.PAST) {
            kept.pipelines.add(row);
        }
    }

    /** Rows of running periods at the midnights, and all rows of ended ones. */
    List<PipelineForecast> pipelines() {
        return pipelines;
    }

    /** Open deals at the midnights. */
    List<DealForecast> deals() {
        return deals;
    }

    @Override
    public void close() {
        OPEN.remove(number);
    }

    /** What is done with a row; travels as bytes. */
    private interface Take<T> extends Serializable {
        void row(Kept kept, T row);
    }

    private record Keep<T>(long number, Take<T> take) implements Sink<T> {
        @Override
        public SinkWriter<T> createWriter(WriterInitContext context) {
            Kept kept = OPEN.get(number);
            return new SinkWriter<>() {
                @Override
                public void write(T row, Context at) {
                    take.row(kept, row);
                }

                @Override
                public void flush(boolean endOfInput) {
                    // nothing is held back
                }

                @Override
                public void close() {
                    // nothing is open
                }
            };
        }
    }
}
