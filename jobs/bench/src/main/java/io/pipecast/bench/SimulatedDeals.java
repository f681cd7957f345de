package io.pipecast.bench;

import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.input.Input;
import io.pipecast.codec.input.JsonInputDecoder;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.deal.Fact;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.record.TimedRecord;
import io.pipecast.streaming.track.DealState;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A quarter of a simulated company in the forms the benchmarks work on; the same every time. */
final class SimulatedDeals {
    private static final long SEED = 28;
    private static final int DAYS = 90;

    final PipelineSettings settings;
    final List<byte[]> lines = new ArrayList<>();
    final List<DealEvent> events = new ArrayList<>();
    final Map<String, DealState> states = new LinkedHashMap<>();
    final long end;

    SimulatedDeals() {
        SimulationPlan plan =
                new SimulationPlan("Bench", SEED, 20, SimulationPlan.START, DAYS, false, false);
        Simulation simulation = Simulation.of(plan);
        settings = PipecastConfig.parse(simulation.config()).pipeline();
        end = plan.end();
        JsonInputDecoder decoder = new JsonInputDecoder(settings);
        while (simulation.peek().at() < end) {
            take(simulation.next(), decoder);
        }
    }

    private void take(TimedRecord record, JsonInputDecoder decoder) {
        String line =
                switch (record.kind()) {
                    case OPPORTUNITY -> EventJson.line(record.change());
                    case ACTIVITY -> EventJson.line(record.activity());
                    default -> null;
                };
        if (line == null) {
            return;
        }
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Input input = decoder.decode(bytes, 0, bytes.length, "bench", lines.size());
        lines.add(bytes);
        DealEvent event = input.deal();
        events.add(event);
        DealState state = states.computeIfAbsent(event.opportunityId(), id -> new DealState());
        for (Fact fact : event.facts()) {
            state.history.add(fact);
        }
    }
}
