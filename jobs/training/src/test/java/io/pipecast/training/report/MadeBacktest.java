package io.pipecast.training.report;

import static io.pipecast.training.MadeLog.OFFER;
import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.START;
import static io.pipecast.training.MadeLog.TALK;
import static io.pipecast.training.MadeLog.at;

import io.pipecast.training.MadeLog;
import io.pipecast.training.backtest.BacktestResult;
import io.pipecast.training.backtest.Cuts;
import io.pipecast.training.backtest.DealJudge;
import io.pipecast.training.backtest.DealVerdict;
import io.pipecast.training.backtest.MadePeriods;
import io.pipecast.training.backtest.MadeSnapshots;
import io.pipecast.training.backtest.PeriodJudge;
import io.pipecast.training.backtest.PeriodVerdict;
import io.pipecast.training.backtest.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A small backtest with something in every part of it. */
final class MadeBacktest {
    private static final int FIRST = (int) START.toEpochDay();
    private static final int DEALS = 300;

    private MadeBacktest() {}

    /** The result, of a company of a name. */
    static BacktestResult result(String company) {
        return result(company, periods());
    }

    /** The result with no period judged. */
    static BacktestResult withoutPeriods() {
        return result("Made", new PeriodVerdict(List.of(), List.of(), List.of(), List.of()));
    }

    private static BacktestResult result(String company, PeriodVerdict periods) {
        List<DealVerdict> deals = deals();
        return new BacktestResult(
                company,
                "EUR",
                new BacktestResult.Log(900, 1, DEALS, 100, 0, FIRST, FIRST + 200, "00ff"),
                new BacktestResult.Plan(
                        FIRST + 30,
                        FIRST + 60,
                        28,
                        1,
                        0,
                        List.of("Talk", "Offer"),
                        "within14d",
                        20,
                        1,
                        "given"),
                List.of(new BacktestResult.Cut(FIRST + 30, "m-1", Map.of("rows", 7.0))),
                DEALS,
                DEALS,
                List.of("quota"),
                deals,
                periods);
    }

    private static List<DealVerdict> deals() {
        MadeLog log = new MadeLog();
        for (int i = 0; i < DEALS; i++) {
            log.create("d" + i, at(0.5), "ann", 100);
            if (i % 3 == 0) {
                log.move("d" + i, at(35.5 + i % 5), "Won");
            }
        }
        MadeSnapshots made = new MadeSnapshots(log, Map.of());
        for (int i = 0; i < DEALS; i++) {
            double stated = (i % 3 == 0 ? 0.4 : 0.2) + i % 7 / 20.0;
            made.see("d" + i, 30, i % 2 == 0 ? TALK : OFFER, i % 9, stated, "t" + i % 2);
        }
        Cuts cuts = Cuts.of(SETTINGS.calendar(), FIRST + 30, FIRST + 60, 28);
        DealJudge.Question question =
                new DealJudge.Question(at(30), at(60), at(200), Set.of(), 20, 1);
        DealJudge judge = new DealJudge(SETTINGS, made.snapshots, made.outcomes, cuts, question);
        List<DealVerdict> verdicts = new ArrayList<>();
        Target.JUDGED.forEach(target -> verdicts.add(judge.judge(target)));
        return verdicts;
    }

    private static PeriodVerdict periods() {
        MadePeriods made = new MadePeriods();
        made.period(FIRST, 1000, day -> 950, day -> 2000);
        made.period(FIRST + MadePeriods.LENGTH, 2000, day -> 2100, day -> 2600);
        return new PeriodJudge(
                        SETTINGS,
                        made.periods,
                        made.noPipeline(),
                        FIRST,
                        FIRST + 2 * MadePeriods.LENGTH)
                .judge();
    }
}
