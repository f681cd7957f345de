package io.pipecast.simulator.deal;

import io.pipecast.codec.event.Activity;
import io.pipecast.domain.deal.ActivityCode.Direction;
import io.pipecast.domain.deal.ActivityCode.Kind;
import io.pipecast.domain.deal.ActivityCode.Status;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.record.Journal;

/**
 * What goes back and forth between rep and buyer in a day. Replies and meetings add momentum, which
 * carries the deal on; a cold buyer falls silent before the deal is lost.
 */
final class Engagement {
    private static final double[] INTENSITY = {0.85, 1.0, 1.2, 1.25, 1.35};
    private static final double OUTBOUND = 0.4;
    private static final double INBOUND = 0.34;
    private static final double INTERNAL = 0.22;
    private static final double BOOKING = 0.055;
    private static final double COLD_INBOUND = 0.012;
    private static final double MOMENTUM_KEPT = 0.8;
    private static final double REPLY_ADDS = 0.5;
    private static final double MEETING_ADDS = 1.1;

    private static final String[] OUT = {
        "follow-up", "quote sent", "answer to questions", "checking in", "data sheet"
    };
    private static final String[] IN = {
        "reply", "technical question", "feedback from the team", "request for terms"
    };
    private static final String[] MEETINGS = {
        "demonstration", "requirements review", "commercial call", "site visit", "steering meeting"
    };

    private final Journal journal;

    Engagement(Journal journal) {
        this.journal = journal;
    }

    /**
     * A day's activities.
     *
     * @param until instant after which nothing more happens: the deal is closed
     */
    void live(Deal deal, Today today, long until) {
        Dice dice = deal.dice;
        double intensity = deal.origin.zombie() ? 0.25 : INTENSITY[deal.stage];
        deal.momentum *= MOMENTUM_KEPT;
        double tries = StrictMath.exp(-deal.daysCold / 14.0) * 0.9 + 0.1;
        if (dice.chance(OUTBOUND * intensity * (deal.warm ? 1 : 0.75 * tries))) {
            Kind kind = dice.chance(0.3) ? Kind.CALL : Kind.EMAIL;
            say(deal, today.someTime(dice), until, kind, Direction.OUTBOUND, dice.pick(OUT));
        }
        replies(deal, today, until, intensity);
        if (dice.chance(INTERNAL * intensity)) {
            Kind kind = dice.chance(0.6) ? Kind.NOTE : Kind.TASK;
            say(deal, today.someTime(dice), until, kind, Direction.INTERNAL, null);
        }
        meetings(deal, today, until, intensity);
    }

    private void replies(Deal deal, Today today, long until, double intensity) {
        Dice dice = deal.dice;
        double mean = deal.warm ? INBOUND * intensity * deal.replies : COLD_INBOUND;
        int count = Math.min(3, dice.count(mean));
        for (int i = 0; i < count; i++) {
            Kind kind = dice.chance(0.15) ? Kind.CALL : Kind.EMAIL;
            say(deal, today.someTime(dice), until, kind, Direction.INBOUND, dice.pick(IN));
            deal.momentum += REPLY_ADDS;
        }
    }

    private void meetings(Deal deal, Today today, long until, double intensity) {
        if (deal.meetingDay != Deal.UNDATED && deal.meetingDay <= today.day()) {
            hold(deal, until);
            deal.meetingDay = Deal.UNDATED;
        } else if (deal.meetingDay == Deal.UNDATED
                && deal.warm
                && deal.dice.chance(BOOKING * intensity)) {
            book(deal, today, until);
        }
    }

    private void book(Deal deal, Today today, long until) {
        long at = today.someTime(deal.dice);
        if (at >= until) {
            return;
        }
        int day = today.plus(deal.dice.whole(2, 8));
        int minute = 9 * 60 + 30 * deal.dice.whole(0, 15);
        deal.meetingDay = day;
        deal.meetingAt = today.calendar().days().startOf(day) + minute * 60_000L;
        Activity booked = Entries.activity(deal, at, Kind.MEETING, Status.SCHEDULED);
        booked.startsAt = deal.meetingAt;
        booked.subject = deal.dice.pick(MEETINGS);
        journal.note(booked);
    }

    private void hold(Deal deal, long until) {
        double draw = deal.dice.uniform();
        boolean held = deal.warm ? draw < 0.88 : draw < 0.2;
        boolean canceled = !held && draw < 0.95;
        if (deal.meetingAt >= until || !(held || canceled)) {
            return;
        }
        Status status = held ? Status.COMPLETED : Status.CANCELED;
        Activity meeting = Entries.activity(deal, deal.meetingAt, Kind.MEETING, status);
        meeting.startsAt = deal.meetingAt;
        meeting.direction = held && deal.dice.chance(0.5) ? Direction.INBOUND : Direction.OUTBOUND;
        journal.note(meeting);
        deal.momentum += held ? MEETING_ADDS : 0;
    }

    private void say(
            Deal deal, long at, long until, Kind kind, Direction direction, String subject) {
        if (at < until) {
            Entries.activity(journal, deal, at, kind, direction, subject);
        }
    }
}
