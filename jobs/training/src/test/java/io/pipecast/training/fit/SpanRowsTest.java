package io.pipecast.training.fit;

import static io.pipecast.training.MadeLog.SETTINGS;
import static io.pipecast.training.MadeLog.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.pipecast.model.features.DealFactor;
import io.pipecast.model.scoring.CellChances;
import io.pipecast.training.MadeLog;
import io.pipecast.training.rows.Row;
import io.pipecast.training.rows.RowBuilder;
import io.pipecast.training.rows.TrainingRows;
import io.pipecast.training.smile.LogisticFit;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpanRowsTest {
    private static final int DAYS = 150;
    private static final double WON = 0.02;
    private static final double LOST = 0.03;
    private static final int ALL = 1_000_000;

    private final TrainingRows rows = RowBuilder.build(made(DAYS).log(at(DAYS)), SETTINGS);
    private final int cutDay = cutDay(DAYS);

    @ParameterizedTest
    @ValueSource(ints = {ALL, 12_000, 4_000})
    void whatFartherSpansLearnFromIsAsLikelyAsItIs(int most) {
        EffectData data = data(rows, cutDay, most);
        EffectsFit fit = EffectsFit.of(data, SETTINGS.stages().size(), cutDay);
        NearerSpans nearer = new NearerSpans(data, VaryingColumns.values(data, fit.columns()));
        for (int i = 0; i < 3; i++) {
            Span span = Span.of(i);
            SpanRows learned = SpanRows.of(data, span, cutDay, nearer);
            double ends = 1 - Math.exp(-(WON + LOST) * (span.endDay() - span.startDay()));
            double won = (double) learned.count(SpanRows.WON) / learned.size();
            double lost = (double) learned.count(SpanRows.LOST) / learned.size();
            // a tenth is what deals that speak daily of one end leave to chance
            assertThat(won).as("won in span %d", i).isCloseTo(0.4 * ends, within(0.04 * ends));
            assertThat(lost).as("lost in span %d", i).isCloseTo(0.6 * ends, within(0.06 * ends));
            nearer.add(new LogisticFit[] {fit.linear()[2 * i], fit.linear()[2 * i + 1]});
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {ALL, 4_000})
    void aFartherSpanLearnsFromDaysWhoseEndIsNotKnown(int most) {
        EffectData data = data(rows, cutDay, most);
        EffectsFit fit = EffectsFit.of(data, SETTINGS.stages().size(), cutDay);
        NearerSpans nearer = new NearerSpans(data, VaryingColumns.values(data, fit.columns()));
        nearer.add(new LogisticFit[] {fit.linear()[0], fit.linear()[1]});
        SpanRows learned = SpanRows.of(data, Span.of(1), cutDay, nearer);
        assertThat(IntStream.of(learned.rows).map(i -> Row.day(data.odds.rows()[i])))
                .anyMatch(day -> day > cutDay - 14)
                .allMatch(day -> day < cutDay - 7);
    }

    @Test
    void inALongLogAFartherSpanLearnsFromKnownEndsAlone() {
        int days = DAYS + 60;
        int cut = cutDay(days);
        TrainingRows many = RowBuilder.build(made(days).log(at(days)), SETTINGS);
        EffectData data = data(many, cut, 4_000);
        SpanRows learned = SpanRows.of(data, Span.of(1), cut, new NearerSpans(data, null));
        assertThat(IntStream.of(learned.rows).map(i -> Row.day(data.odds.rows()[i])))
                .allMatch(day -> day <= cut - 14);
        for (int i = 0; i < learned.size(); i++) {
            long row = data.odds.rows()[learned.rows[i]];
            assertThat(learned.became[i]).isEqualTo(SpanRows.became(row, Span.of(1)));
        }
    }

    private static int cutDay(int days) {
        return SETTINGS.calendar().days().dayOf(at(days));
    }

    private static EffectData data(TrainingRows rows, int cutDay, int most) {
        long[] before = rows.before(cutDay);
        int stages = SETTINGS.stages().size();
        CellChances tables =
                new CellChances(
                        new HazardFit(before, stages, SETTINGS.calendar(), cutDay)
                                .fit(DealFactor.NONE, Support.unlimited(stages)));
        return EffectData.of(rows, SETTINGS.calendar(), tables, cutDay, cutDay, 0, cutDay, most);
    }

    /** Deals of constant hazards. */
    private static MadeLog made(int days) {
        Random random = new Random(5);
        MadeLog made = new MadeLog();
        for (int i = 0; i < 1500; i++) {
            String id = "d" + i;
            double born = random.nextDouble() * days;
            made.create(id, at(born), random.nextBoolean() ? "ann" : "bob", 100_00);
            double life = -Math.log(1 - random.nextDouble()) / (WON + LOST);
            if (born + life < days) {
                boolean won = random.nextDouble() < WON / (WON + LOST);
                made.move(id, at(born + life), won ? "Won" : "Lost");
            }
        }
        return made;
    }
}
