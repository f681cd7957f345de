package io.pipecast.domain.deal;

import io.pipecast.domain.TestCompany;
import java.time.LocalDate;
import java.util.Random;

/**
 * Random lives of deals over about half a year: everything that can happen to one happens to some.
 */
public final class RandomDeals {
    private static final long HOUR = 3_600_000;

    private RandomDeals() {}

    /** A deal's life; equal seeds give equal lives. */
    public static DealStory life(Random random) {
        DealStory story = new DealStory();
        long time = TestCompany.instant("2026-01-05T09:00") + random.nextInt(90 * 24) * HOUR;
        story.at(time);
        if (random.nextInt(6) == 0) {
            story.found();
        } else if (random.nextInt(10) > 0) {
            story.created();
        }
        story.stage(stage(random)).amount(random.nextInt(1_000_000));
        if (random.nextBoolean()) {
            story.closeDate(closeDate(random));
        }
        for (int steps = random.nextInt(14); steps > 0; steps--) {
            // now and then several things at one instant
            time += random.nextInt(5) == 0 ? 0 : random.nextInt(20 * 24) * HOUR + random.nextInt(3);
            step(story.at(time), time, random);
        }
        return story;
    }

    private static void step(DealStory story, long time, Random random) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> story.stage(stage(random));
            case 3, 4 -> typed(story.call(), time);
            case 5 -> story.closeDate(closeDate(random));
            case 6 -> story.amount(random.nextInt(1_000_000));
            case 7 -> story.number(DealField.MEETING, time + random.nextInt(40 * 24) * HOUR);
            case 8 -> story.outcome(Outcome.values()[random.nextInt(3)]);
            case 9 -> story.stage("Won").closeDate(closeDate(random));
            case 10 -> story.text(DealField.OWNER, "u" + random.nextInt(5));
            default -> live(story, random);
        }
    }

    /** The source calls the call by one of a dozen names. */
    private static void typed(DealStory story, long time) {
        ActivityCode.Status[] statuses = ActivityCode.Status.values();
        long hour = time / HOUR;
        long code =
                ActivityCode.pack(
                        ActivityCode.Kind.CALL,
                        ActivityCode.Direction.OUTBOUND,
                        statuses[(int) (hour % statuses.length)]);
        story.fact(DealField.TYPED_ACTIVITY, code, "t" + hour % 12);
    }

    private static void live(DealStory story, Random random) {
        switch (random.nextInt(4)) {
            case 0 -> story.deleted();
            case 1, 2 -> story.undeleted();
            default -> story.mergedInto("other");
        }
    }

    private static String stage(Random random) {
        return TestCompany.STAGES.get(random.nextInt(TestCompany.STAGES.size())).name();
    }

    private static String closeDate(Random random) {
        return LocalDate.of(2026, 1, 1).plusDays(random.nextInt(300)).toString();
    }
}
