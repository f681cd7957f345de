package io.pipecast.app.study;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a study: companies one after the other or some at a time, always told in order of seed. */
public final class Study {
    private static final Logger LOG = LoggerFactory.getLogger(Study.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final StudyPlan plan;
    private final int threads;
    private final StudyNumbers numbers;

    public Study(StudyPlan plan, int threads) {
        this.plan = plan;
        this.threads = threads;
        this.numbers = new StudyNumbers(plan);
    }

    /** Simulates, trains, replays and compares every company. */
    public void run() throws Exception {
        Path directory = Files.createTempDirectory("pipecast-study");
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<CompanyRows>> running = new ArrayList<>();
            for (int i = 0; i < plan.companies(); i++) {
                CompanyStudy company = new CompanyStudy(plan, i);
                running.add(pool.submit(() -> company.run(directory)));
            }
            for (int i = 0; i < running.size(); i++) {
                numbers.add(running.get(i).get());
                LOG.info("{}: {} of {} companies", plan.world(), i + 1, running.size());
            }
        } finally {
            pool.shutdownNow();
            Files.deleteIfExists(directory);
        }
    }

    /** The report to read. */
    public List<String> lines() {
        return new StudyReport(numbers).lines();
    }

    /** All numbers by name. */
    public Map<String, Object> numbers() {
        return numbers.numbers();
    }

    /** Writes every judged forecast below a directory, which is made if needed. */
    public void writeRows(Path directory) throws IOException {
        Files.createDirectories(directory);
        String world = plan.world().name().toLowerCase(Locale.ROOT);
        write(directory.resolve(world + "-landings.jsonl"), numbers.landings());
        write(directory.resolve(world + "-deals.jsonl"), numbers.deals());
        write(directory.resolve(world + "-wins.jsonl"), numbers.wins());
    }

    private static void write(Path file, List<?> rows) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (Object row : rows) {
                out.write(JSON.writeValueAsString(row));
                out.newLine();
            }
        }
    }
}
