package io.pipecast.training.backtest;

import io.pipecast.domain.calendar.BusinessDays;
import io.pipecast.domain.calendar.SalesCalendar;
import io.pipecast.domain.forecast.Quantity;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.training.backtest.PeriodRival.Past;
import io.pipecast.training.backtest.PeriodVerdict.DayScore;
import io.pipecast.training.backtest.PeriodVerdict.Fan;
import io.pipecast.training.backtest.PeriodVerdict.FanDay;
import io.pipecast.training.backtest.PeriodVerdict.Right;
import io.pipecast.training.backtest.PeriodVerdict.Since;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Judges what a replay said of fiscal periods by where they landed. */
public final class PeriodJudge {
    /** A forecaster is right when it is this close to what was landed on. */
    public static final double CLOSE = 0.10;

    private final SalesCalendar calendar;
    private final BusinessDays business;
    private final Periods periods;
    private final OpenPipeline open;
    private final int fromDay;
    private final int toDay;
    private final List<PeriodRival> rivals = PeriodRival.all();

    /**
     * A judge of the midnights of [fromDay, toDay).
     *
     * @param open the pipeline of all open deals
     */
    public PeriodJudge(
            PipelineSettings settings, Periods periods, OpenPipeline open, int fromDay, int toDay) {
        this.calendar = settings.calendar();
        this.business = calendar.business();
        this.periods = periods;
        this.open = open;
        this.fromDay = fromDay;
        this.toDay = toDay;
    }

    /** The judgement. */
    public PeriodVerdict judge() {
        LevelScores levels = new LevelScores(rivals);
        for (Collection<ScopePeriod> node : periods.nodes()) {
            walk(node, (past, period) -> levels.take(period, midnights(past, period)));
        }
        List<Fan> fans = new ArrayList<>();
        walk(periods.company(), (past, period) -> fans.add(fan(past, period)));
        return new PeriodVerdict(fans, levels.scores(), byDay(fans), rights(fans));
    }

    private interface Visitor {
        void period(Past past, ScopePeriod period);
    }

    /** Visits the ended periods of a node with what came before each. */
    private void walk(Collection<ScopePeriod> node, Visitor visitor) {
        List<ScopePeriod> own = new ArrayList<>();
        for (ScopePeriod period : node) {
            if (period.landed() != ScopePeriod.MISSING && !days(period).isEmpty()) {
                List<ScopePeriod> company =
                        periods.company().stream()
                                .filter(earlier -> earlier.endDay() <= period.startDay())
                                .filter(earlier -> earlier.startDay() >= grownFrom())
                                .toList();
                visitor.period(new Past(calendar, List.copyOf(own), company, open), period);
            }
            own.add(period);
        }
    }

    /**
     * Epoch day by which the log has gone on for a period: what closes earlier comes out of a
     * pipeline that the log has not seen grow.
     */
    private int grownFrom() {
        return periods.company().stream()
                .findFirst()
                .map(first -> first.startDay() + first.firstSaid() + first.length())
                .orElse(Integer.MAX_VALUE);
    }

    /** Days of a period whose midnights are judged. */
    private List<Integer> days(ScopePeriod period) {
        List<Integer> days = new ArrayList<>();
        for (int day = 0; day < period.length(); day++) {
            int epochDay = period.startDay() + day;
            if (epochDay >= fromDay && epochDay < toDay && period.isSaid(day)) {
                days.add(day);
            }
        }
        return days;
    }

    private List<FanDay> midnights(Past past, ScopePeriod period) {
        List<FanDay> midnights = new ArrayList<>();
        for (int day : days(period)) {
            Map<String, Double> said = new LinkedHashMap<>();
            for (PeriodRival rival : rivals) {
                double number = rival.rule().at(past, period, day);
                if (!Double.isNaN(number)) {
                    said.put(rival.key(), number);
                }
            }
            midnights.add(
                    new FanDay(
                            day,
                            period.elapsed(business, day),
                            number(period, Quantity.CLOSED, day),
                            number(period, Quantity.MODEL_P10, day),
                            number(period, Quantity.MODEL_P50, day),
                            number(period, Quantity.MODEL_P90, day),
                            number(period, Quantity.MODEL_MEAN, day),
                            said));
        }
        return midnights;
    }

    private static double number(ScopePeriod period, Quantity quantity, int day) {
        long said = period.said(quantity, day);
        return said == ScopePeriod.MISSING ? Double.NaN : said;
    }

    private Fan fan(Past past, ScopePeriod period) {
        return new Fan(
                period.period(),
                period.startDay(),
                period.endDay(),
                period.isLocked(business),
                period.landed(),
                midnights(past, period));
    }

    private static List<DayScore> byDay(List<Fan> fans) {
        TreeMap<Integer, List<Map<String, Double>>> errors = new TreeMap<>();
        for (Fan fan : fans) {
            for (FanDay day : fan.landed() == 0 ? List.<FanDay>of() : fan.days()) {
                Map<String, Double> ofDay = new LinkedHashMap<>();
                day.said()
                        .forEach((key, said) -> ofDay.put(key, Math.abs(said / fan.landed() - 1)));
                errors.computeIfAbsent(day.day(), d -> new ArrayList<>()).add(ofDay);
            }
        }
        List<DayScore> scores = new ArrayList<>();
        errors.forEach((day, all) -> scores.add(new DayScore(day, all.size(), means(all))));
        return scores;
    }

    private static Map<String, Double> means(List<Map<String, Double>> errors) {
        Map<String, Double> means = new LinkedHashMap<>();
        for (String key : errors.get(0).keySet()) {
            if (errors.stream().allMatch(of -> of.containsKey(key))) {
                means.put(key, errors.stream().mapToDouble(of -> of.get(key)).average().orElse(0));
            }
        }
        return means;
    }

    private List<Right> rights(List<Fan> fans) {
        List<Right> rights = new ArrayList<>();
        for (Fan fan : fans) {
            List<Since> forecasters = new ArrayList<>();
            for (PeriodRival rival : rivals) {
                if (fan.days().stream().anyMatch(day -> day.said().containsKey(rival.key()))) {
                    forecasters.add(
                            new Since(
                                    rival.key(),
                                    rival.label(),
                                    since(fan, rival.key()),
                                    closest(fan, rival.key())));
                }
            }
            rights.add(new Right(fan.period(), forecasters));
        }
        return rights;
    }

    private static int since(Fan fan, String key) {
        int since = -1;
        for (FanDay day : fan.days()) {
            Double said = day.said().get(key);
            if (said == null) {
                continue;
            }
            boolean close = Math.abs(said - fan.landed()) <= CLOSE * Math.abs(fan.landed());
            if (!close) {
                since = -1;
            } else if (since < 0) {
                since = day.day();
            }
        }
        return since;
    }

    /** Share of the midnights at which a forecaster was the closest, or as close as the closest. */
    private static double closest(Fan fan, String key) {
        int won = 0;
        for (FanDay day : fan.days()) {
            Double said = day.said().get(key);
            double best =
                    day.said().values().stream()
                            .mapToDouble(other -> Math.abs(other - fan.landed()))
                            .min()
                            .orElse(Double.NaN);
            won += said != null && Math.abs(said - fan.landed()) <= best ? 1 : 0;
        }
        return (double) won / fan.days().size();
    }
}
