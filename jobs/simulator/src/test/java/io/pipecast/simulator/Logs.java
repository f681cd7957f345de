package io.pipecast.simulator;

import io.pipecast.codec.event.EventJson;
import io.pipecast.simulator.record.TimedRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Logs of small simulated companies. */
final class Logs {
    private Logs() {}

    static SimulationPlan small(long seed) {
        return new SimulationPlan(
                "Small Co", seed, 12, LocalDate.of(2025, 1, 1), 365, false, false);
    }

    static SimulationPlan messy(long seed) {
        return new SimulationPlan("Messy Co", seed, 12, LocalDate.of(2025, 1, 1), 365, true, false);
    }

    static List<TimedRecord> of(SimulationPlan plan) {
        return until(Simulation.of(plan), plan.end());
    }

    static List<TimedRecord> until(Simulation simulation, long end) {
        List<TimedRecord> records = new ArrayList<>();
        while (simulation.peek().at() < end) {
            records.add(simulation.next());
        }
        return records;
    }

    static String line(TimedRecord record) {
        return switch (record.kind()) {
            case OPPORTUNITY -> EventJson.line(record.change());
            case ACTIVITY -> EventJson.line(record.activity());
            case ORGANIZATION -> EventJson.line(record.organization());
            case CALL -> record.call().toString();
            case UNREADABLE -> record.line();
        };
    }
}
