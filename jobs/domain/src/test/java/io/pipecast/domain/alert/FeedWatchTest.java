package io.pipecast.domain.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.domain.TestCompany;
import io.pipecast.domain.settings.SourceTraits;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** When a feed is stale. Working hours are 8 to 18; 2026-03-02 is a Monday. */
class FeedWatchTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final List<Alert> stated = new ArrayList<>();
    private AlertContext before;
    private AlertContext context = AlertDesk.context();
    private FeedWatch watch = new FeedWatch(at -> at < context.since() ? before : context);

    private static long at(String local) {
        return TestCompany.instant(local);
    }

    private void hear(String local) {
        watch.hear("crm", FeedBook.stretchOf(at(local)));
    }

    private void pass(String local) {
        watch.advance(at(local), stated::add);
    }

    /** Two weeks in which it is heard every hour from 8 to 17 o'clock. */
    private static List<Long> twoWeeks() {
        List<Long> stretches = new ArrayList<>();
        for (int day = 0; day < 14; day++) {
            for (int hour = 8; hour < 18 && day % 7 < 5; hour++) {
                stretches.add(
                        FeedBook.stretchOf(at(MONDAY.plusDays(day).atTime(hour, 5).toString())));
            }
        }
        return stretches;
    }

    private void usual() {
        twoWeeks().forEach(stretch -> watch.hear("crm", stretch));
    }

    private List<String> lines() {
        return stated.stream().map(FeedWatchTest::line).toList();
    }

    private static String line(Alert alert) {
        String status =
                alert.isAlive()
                        ? alert.status() + " " + alert.severity()
                        : "RESOLVED " + alert.resolution();
        return status
                + " "
                + Instant.ofEpochMilli(alert.statedAt())
                        .atZone(TestCompany.BERLIN)
                        .toLocalDateTime();
    }

    @Test
    void aFeedIsStaleAfterItsLimitOfWorkingHoursAndGetsWorse() {
        usual();
        pass("2026-03-17T18:00");
        // heard last on Friday the 13th at 17:15: three quarters of an hour are of that day
        assertThat(lines())
                .containsExactly(
                        "RAISED 1 2026-03-16T11:15",
                        "UPDATED 2 2026-03-16T13:15",
                        "UPDATED 3 2026-03-16T15:15");
        hear("2026-03-18T09:00");
        pass("2026-03-18T10:00");
        assertThat(lines()).last().isEqualTo("RESOLVED PROGRESS 2026-03-18T09:15");
    }

    @Test
    void saysSinceWhenAndWhatIsHeldBack() {
        usual();
        pass("2026-03-16T12:00");
        Alert alert = stated.get(0);
        assertThat(alert.evidence())
                .isEqualTo(
                        "nothing came from crm for 4.0 working hours, since 2026-03-13 17:15; on a"
                                + " usual day it is silent for 1.0 at most, the limit is 4");
        assertThat(alert.stakes().why()).contains("held back");
        assertThat(alert.alertId()).isEqualTo("feed/crm/feed:FEED_STALE:2026-03-16T10:15:00Z");
        assertThat(alert.thresholdSource()).isEqualTo("configured");
        assertThat(alert.subject()).isEqualTo(AlertSubject.feed("crm"));
    }

    @Test
    void aFeedOfOneExportANightIsNotStaleByDay() {
        for (int day = 0; day < 19; day++) {
            if (day % 7 < 5) {
                hear(MONDAY.plusDays(day) + "T02:00");
            }
        }
        pass("2026-03-20T18:00");
        assertThat(stated).isEmpty();
        // it is silent for ten hours a day: the limit is twenty
        pass("2026-03-25T12:00");
        assertThat(lines()).first().isEqualTo("RAISED 1 2026-03-23T18:00");
        assertThat(stated.get(0).thresholdSource()).isEqualTo("learned");
    }

    @Test
    void nothingIsSaidOfAFeedHeardOnFewDays() {
        hear("2026-03-02T09:00");
        hear("2026-03-03T09:00");
        pass("2026-04-02T09:00");
        assertThat(stated).isEmpty();
    }

    @Test
    void neitherOrderNorStepsMatter() {
        usual();
        hear("2026-03-17T09:00");
        pass("2026-03-19T18:00");
        List<Alert> atOnce = List.copyOf(stated);
        for (int seed = 0; seed < 5; seed++) {
            Random random = new Random(seed);
            stated.clear();
            watch = new FeedWatch(at -> context);
            List<Long> stretches = new ArrayList<>(twoWeeks());
            stretches.add(FeedBook.stretchOf(at("2026-03-17T09:00")));
            stretches.addAll(List.copyOf(stretches));
            Collections.shuffle(stretches, random);
            stretches.forEach(stretch -> watch.hear("crm", stretch));
            long to = at("2026-03-02T00:00");
            while (to < at("2026-03-19T18:00")) {
                to = Math.min(at("2026-03-19T18:00"), to + random.nextInt(200_000_000));
                watch.advance(to, stated::add);
                FeedWatch restored = new FeedWatch(at -> context);
                restored.restore(watch.feeds(), watch.clock());
                watch = restored;
            }
            assertThat(stated).isEqualTo(atOnce);
        }
    }

    @Test
    void eventsThatCameLateTellThatItNeverWasStale() {
        usual();
        pass("2026-03-16T14:00");
        hear("2026-03-16T10:00");
        hear("2026-03-16T13:50");
        pass("2026-03-16T14:30");
        assertThat(lines()).last().isEqualTo("RESOLVED WITHDRAWN 2026-03-16T11:15");
    }

    @Test
    void aLimitSetByHandHoldsAtOnceAndIsNoNews() {
        usual();
        pass("2026-03-16T10:00");
        assertThat(stated).isEmpty();
        before = context;
        context = under(rule -> rule.threshold(1), "2026-03-16T10:30");
        pass("2026-03-16T10:45");
        assertThat(lines()).containsExactly("RAISED 3 2026-03-16T10:30");
        assertThat(stated.get(0).backlog()).isTrue();
        assertThat(stated.get(0).thresholdSource()).isEqualTo("hand-set");
        before = context;
        context = under(rule -> rule.enabled(false), "2026-03-16T11:00");
        pass("2026-03-16T11:30");
        assertThat(lines()).last().isEqualTo("RESOLVED RULE_CHANGED 2026-03-16T11:00");
    }

    private static AlertContext under(
            java.util.function.UnaryOperator<RulePolicy> change, String since) {
        return new AlertContext(
                TestCompany.settings(
                        TestCompany.CALENDAR,
                        SourceTraits.ALL,
                        AlertDesk.policy(AlertRule.FEED_STALE, change)),
                LearnedLimits.NONE,
                (amount, currency, day) -> amount,
                at(since));
    }
}
