package io.pipecast.domain.deal;

import io.pipecast.domain.TestCompany;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Writes the facts of one deal as a story in time; each {@link #at} begins a new event. */
public final class DealStory {
    private final List<Fact> facts = new ArrayList<>();
    private long time;
    private long orderKey;

    /** What follows happens at a local instant, after what was told before of the same instant. */
    public DealStory at(String local) {
        return at(TestCompany.instant(local));
    }

    public DealStory at(long instant) {
        time = instant;
        orderKey++;
        return this;
    }

    public DealStory created() {
        return fact(DealField.LIFECYCLE, Lifecycle.CREATED.ordinal(), null);
    }

    public DealStory found() {
        return fact(DealField.LIFECYCLE, Lifecycle.SNAPSHOT.ordinal(), null);
    }

    public DealStory deleted() {
        return fact(DealField.LIFECYCLE, Lifecycle.DELETED.ordinal(), null);
    }

    public DealStory undeleted() {
        return fact(DealField.LIFECYCLE, Lifecycle.UNDELETED.ordinal(), null);
    }

    public DealStory mergedInto(String survivor) {
        return fact(DealField.LIFECYCLE, Lifecycle.MERGED.ordinal(), survivor);
    }

    public DealStory stage(String name) {
        return text(DealField.STAGE, name);
    }

    public DealStory outcome(Outcome outcome) {
        return text(DealField.OUTCOME, outcome.name());
    }

    public DealStory closeDate(String date) {
        return number(DealField.CLOSE_DATE, LocalDate.parse(date).toEpochDay());
    }

    public DealStory amount(long minorUnits) {
        return number(DealField.AMOUNT, minorUnits);
    }

    /** A completed call with the buyer. */
    public DealStory call() {
        return activity(
                ActivityCode.Kind.CALL,
                ActivityCode.Direction.OUTBOUND,
                ActivityCode.Status.COMPLETED);
    }

    public DealStory activity(
            ActivityCode.Kind kind, ActivityCode.Direction direction, ActivityCode.Status status) {
        return number(DealField.ACTIVITY, ActivityCode.pack(kind, direction, status));
    }

    public DealStory meetingBooked(String local) {
        return number(DealField.MEETING, TestCompany.instant(local));
    }

    public DealStory text(DealField field, String text) {
        return fact(field, Fact.NO_NUMBER, text);
    }

    public DealStory number(DealField field, long number) {
        return fact(field, number, null);
    }

    public DealStory fact(DealField field, long number, String text) {
        facts.add(
                new Fact(
                        time, time, orderKey, DealEvent.hash("e" + orderKey), field, number, text));
        return this;
    }

    public List<Fact> facts() {
        return facts;
    }

    /** The history of everything told. */
    public DealHistory history() {
        return historyOf(facts);
    }

    /** The same history, the facts arriving in a random order, about every fifth one twice. */
    public DealHistory shuffled(Random random) {
        List<Fact> arriving = new ArrayList<>(facts);
        facts.stream().filter(f -> random.nextInt(5) == 0).forEach(arriving::add);
        Collections.shuffle(arriving, random);
        return historyOf(arriving);
    }

    public static DealHistory historyOf(List<Fact> facts) {
        DealHistory history = new DealHistory();
        facts.forEach(history::add);
        return history;
    }

    /** The deal when the story ends. */
    public DealView end() {
        return history().viewAt(Long.MAX_VALUE, TestCompany.STAGES);
    }

    /** The deal as of a local instant. */
    public DealView asOf(String local) {
        return history().viewAt(TestCompany.instant(local), TestCompany.STAGES);
    }
}
