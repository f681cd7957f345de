package io.pipecast.app.study;

import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.calendar.Period;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.simulator.Simulation;
import io.pipecast.simulator.SimulationPlan;
import io.pipecast.simulator.file.EventFile;
import io.pipecast.streaming.jobs.ReplayJob;
import io.pipecast.streaming.operators.JobPlan;
import io.pipecast.training.fit.HazardTrainer;
import io.pipecast.training.rows.DealLog;
import io.pipecast.training.rows.LogFile;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One company of a study: simulated, learned from at the start of each judged quarter, replayed by
 * the production job with those models, and compared with what came.
 */
final class CompanyStudy {
    private static final int WEEK = 7;

    private final StudyPlan study;
    private final SimulationPlan plan;
    private final SalesCalendar calendar;
    private final List<Period> judged;

    CompanyStudy(StudyPlan study, int number) {
        this.study = study;
        this.plan = study.company(number);
        this.calendar = plan.calendar();
        this.judged = study.judged(calendar.fiscal());
    }

    /**
     * Runs it.
     *
     * @param directory where its log may lie meanwhile
     */
    CompanyRows run(Path directory) throws Exception {
        Set<Integer> oddsOn = study.samples() == 0 ? Set.of() : days();
        Told told = new Told(calendar, oddsOn, study.samples());
        Simulation simulation = Simulation.of(plan, told);
        Path events = directory.resolve(study.world() + "-" + plan.seed() + ".jsonl");
        try (Kept kept = new Kept(midnights())) {
            write(simulation, events);
            PipelineSettings settings = PipecastConfig.parse(simulation.config()).pipeline();
            JobPlan job = JobPlan.replay(simulation.config(), 1);
            train(events, settings, job);
            ReplayJob.run(events, job, Long.MAX_VALUE, 1, kept);
            return new CompanyRows(plan.seed(), calendar, judged, weekly()).of(kept, told);
        } finally {
            Files.deleteIfExists(events);
        }
    }

    private void write(Simulation simulation, Path events) throws IOException {
        try (EventFile file = new EventFile(events)) {
            while (simulation.peek().at() < plan.end()) {
                file.write(simulation.next());
            }
        }
    }

    /** Models as they could be made at the start of each judged quarter. */
    private void train(Path events, PipelineSettings settings, JobPlan job) throws IOException {
        DealLog log = new DealLog(settings);
        LogFile.read(events, log, settings);
        TrainingRows rows = RowBuilder.build(log, settings);
        HazardTrainer trainer = new HazardTrainer(settings);
        long sequence = 0;
        for (Period quarter : judged) {
            long from = calendar.days().startOf(quarter.startDay());
            job.withDatedModel(++sequence, from, ModelFile.write(trainer.fit(rows, from)));
        }
    }

    /** Days that count for coverage and odds: one a week. */
    private Set<Integer> weekly() {
        Set<Integer> days = new TreeSet<>();
        for (Period quarter : judged) {
            for (int day = quarter.startDay(); day < quarter.endDay(); day++) {
                if (Math.floorMod(day, WEEK) == 0) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    /** The weekly days and those after one and two thirds of a quarter. */
    private Set<Integer> days() {
        Set<Integer> days = weekly();
        for (Period quarter : judged) {
            days.add(CompanyRows.afterThirds(quarter, 1));
            days.add(CompanyRows.afterThirds(quarter, 2));
        }
        return days;
    }

    private Set<Long> midnights() {
        DayClock clock = calendar.days();
        Set<Long> midnights = new HashSet<>();
        days().forEach(day -> midnights.add(clock.startOf(day)));
        return midnights;
    }
}
