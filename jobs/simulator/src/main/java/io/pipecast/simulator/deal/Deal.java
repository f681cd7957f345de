package io.pipecast.simulator.deal;

import io.pipecast.domain.deal.ForecastCategory;
import io.pipecast.simulator.chance.Dice;
import io.pipecast.simulator.company.Account;
import io.pipecast.simulator.company.Rep;
import io.pipecast.simulator.truth.DealTruth;
import java.util.ArrayList;
import java.util.List;

/** A deal as the world knows it: what the CRM shows of it, and what nobody sees. */
public final class Deal {
    /** Close date of a deal that has none. */
    static final int UNDATED = Integer.MIN_VALUE;

    /** Amount of a deal that has none. */
    static final long UNPRICED = -1;

    /** How a deal stands. */
    public enum State {
        OPEN,
        WON,
        LOST,
        /** Deleted or merged away. */
        GONE
    }

    private static final double QUALITY_DRIVES = 0.55;
    private static final double SKILL_DRIVES = 0.5;
    private static final double QUALITY_PROTECTS = 0.6;
    private static final double SKILL_PROTECTS = 0.45;
    private static final double QUALITY_REPLIES = 0.22;

    final Origin origin;
    final Dice dice;
    final List<DealTruth.Turn> turns = new ArrayList<>(8);

    /** Day a renewal falls due, or {@link #UNDATED}. */
    int dueDay = UNDATED;

    int desk;
    Rep rep;
    State state = State.OPEN;
    int stage;
    int daysInStage;

    /** Hidden: whether the buyer is still interested. */
    boolean warm = true;

    int daysCold;

    /** Hidden: what recent replies and meetings add; 0 without any. */
    double momentum;

    /** Hidden, of a {@link Network}: walks towards signing and towards giving up. */
    double progress;

    double patience;

    /** Champions of the buyer whose leaving it has coped with; −1 before the first day. */
    int departuresSeen = -1;

    int closeDay = UNDATED;
    long amount = UNPRICED;

    /** Category entered by hand, or null for the stage's default. */
    ForecastCategory category;

    int meetingDay = UNDATED;
    long meetingAt;
    long closedAt;

    /** How hidden quality and skill multiply moving on, cooling and replies. */
    double drives;

    double exposes;
    double replies;

    Deal(Origin origin, Dice dice) {
        this.origin = origin;
        this.dice = dice;
        this.stage = origin.kind().firstStage;
        turns.add(new DealTruth.Turn(origin.createdDay(), stage, warm));
    }

    /** A copy that lives on by other dice. */
    Deal(Deal other, Dice dice) {
        this(other.origin, dice);
        dueDay = other.dueDay;
        stage = other.stage;
        daysInStage = other.daysInStage;
        warm = other.warm;
        daysCold = other.daysCold;
        momentum = other.momentum;
        progress = other.progress;
        patience = other.patience;
        departuresSeen = other.departuresSeen;
        closeDay = other.closeDay;
        amount = other.amount;
        category = other.category;
        meetingDay = other.meetingDay;
        meetingAt = other.meetingAt;
        handTo(other.desk, other.rep);
    }

    /** Puts the deal on somebody's desk. */
    public void handTo(int newDesk, Rep newRep) {
        desk = newDesk;
        rep = newRep;
        drives = StrictMath.exp(QUALITY_DRIVES * origin.quality() + SKILL_DRIVES * rep.skill());
        exposes =
                StrictMath.exp(-QUALITY_PROTECTS * origin.quality() - SKILL_PROTECTS * rep.skill());
        replies = StrictMath.exp(QUALITY_REPLIES * origin.quality());
    }

    void enter(int newStage, int day) {
        stage = newStage;
        daysInStage = 0;
        turns.add(new DealTruth.Turn(day, stage, warm));
    }

    void turn(int day) {
        warm = !warm;
        turns.add(new DealTruth.Turn(day, stage, warm));
    }

    /** What holds for such deals in the present stage. */
    Kind.Law law() {
        return origin.kind().laws.get(stage);
    }

    void close(State how, long at) {
        state = how;
        closedAt = at;
        meetingDay = UNDATED;
    }

    /** Everything the world knows of it. */
    public DealTruth truth() {
        return new DealTruth(
                origin.id(),
                origin.kind().type,
                origin.createdDay(),
                origin.quality(),
                rep.skill(),
                origin.zombie(),
                state.name(),
                state == State.OPEN ? 0 : closedAt,
                origin.currency(),
                enteredAmount(),
                List.copyOf(turns));
    }

    /** Opportunity id. */
    public String id() {
        return origin.id();
    }

    /** Desk the deal lies on. */
    public int desk() {
        return desk;
    }

    /** Who owns it. */
    public Rep rep() {
        return rep;
    }

    /** The buyer. */
    public Account account() {
        return origin.account();
    }

    /** How it stands. */
    public State state() {
        return state;
    }

    /** Index of its open stage, or of the last one it was in. */
    public int stage() {
        return stage;
    }

    /** Epoch day it was created. */
    public int createdDay() {
        return origin.createdDay();
    }

    /** Currency of its amounts. */
    public String currency() {
        return origin.currency();
    }

    /** Entered amount in minor units, 0 where there is none. */
    public long enteredAmount() {
        return Math.max(0, amount);
    }

    /** Whether its close date lies before a day. */
    public boolean overdue(int day) {
        return closeDay != UNDATED && closeDay < day;
    }

    /** Whether its close date lies in [from, to). */
    public boolean datedWithin(int from, int to) {
        return closeDay != UNDATED && closeDay >= from && closeDay < to;
    }

    /** Entered category, else the stage's. */
    public ForecastCategory shownCategory() {
        return category != null ? category : SalesProcess.at(stage).category;
    }

    /** Display name. */
    public String name() {
        return origin.account().name() + " – " + origin.product();
    }
}
