package io.pipecast.domain.deal;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * A deal as of an instant, derived by folding its facts in order. Mutable and reused: take what you
 * need before the next {@link DealHistory#viewAt}. Instants are epoch milliseconds, dates epoch
 * days, amounts minor units of {@link #currency}; {@link #UNKNOWN} stands for what the source did
 * not say.
 */
public final class DealView {
    /** Value of a number the source did not say. */
    public static final long UNKNOWN = Long.MIN_VALUE;

    public boolean exists;
    public boolean removed;
    public String mergedInto;
    public long createdAt = UNKNOWN;

    /** When the deal came into being, was reopened or undeleted, whichever was last. */
    public long openedAt = UNKNOWN;

    public int factCount;
    // the way through the stages
    public int stage = -1;
    public int lastOpenStage = -1;
    public int furthestStage = -1;
    public long stageEnteredAt = UNKNOWN;
    public int reentries;
    public int forwardMoves;
    public int backwardMoves;
    public int reopenings;
    public long visitedStages;
    public Outcome outcome = Outcome.OPEN;
    public long closedAt = UNKNOWN;
    public String closeReason;
    // what it is worth and when it is due
    public long amount = UNKNOWN;
    public long firstAmount = UNKNOWN;
    public int amountIncreases;
    public int amountDecreases;
    public long lastAmountChangeAt = UNKNOWN;
    public String currency;
    public Map<String, Long> measures;
    public long closeDate = UNKNOWN;
    public long firstCloseDate = UNKNOWN;
    public int pushes;
    public int pulls;
    public long lastPushAt = UNKNOWN;
    public int pushesByHand; // of this deal alone, not of many at once
    public long lastPushByHandAt = UNKNOWN;
    // whose it is and what it is
    public String owner;
    public long ownerSince = UNKNOWN;
    public int ownerChanges;
    public String territory;
    public String account;
    public ForecastCategory category;
    public DealType dealType;
    public String credits;
    public String name;
    public String product;
    public String leadSource;
    public String nextStep;
    public String routeToMarket;
    // what was done about it
    public int buyerActivities;
    public int inboundActivities;
    public int internalActivities;
    public final int[] completedByKind = new int[ActivityCode.Kind.values().length];
    public long lastBuyerAt = UNKNOWN;
    public long lastInboundAt = UNKNOWN;
    public long lastActivityAt = UNKNOWN;
    public long lastInternalAt = UNKNOWN;
    public final long[] lastByKind = new long[ActivityCode.Kind.values().length];
    public long meetingAt = UNKNOWN;
    public int plannedActivities; // or begun: no engagement, but somebody means to do something
    public long lastPlannedAt = UNKNOWN;

    /** What was last done (twice its kind) or planned (and one), or −1. */
    public int lastTouch = -1;

    public int buyerInStage; // since the stage was entered, like the next two
    public int internalInStage;
    public int plannedInStage;
    public String lastActor; // of a completed activity
    public int actorChanges;
    public final RecentActivity recent = new RecentActivity();
    public final TypedActivities typed = new TypedActivities();

    public DealView() {
        Arrays.fill(lastByKind, UNKNOWN);
    }

    /** Whether the deal exists, is not removed and is not closed. */
    public boolean isOpen() {
        return exists && !removed && outcome == Outcome.OPEN;
    }

    /** Whether the deal exists, is not removed and was won. */
    public boolean isWon() {
        return exists && !removed && outcome == Outcome.WON;
    }

    /** Folds the next fact in canonical order. */
    void apply(Fact f, StageTable stages) {
        factCount++;
        switch (f.field) {
            case LIFECYCLE -> live(f);
            case STAGE -> moveTo(f, stages);
            case OUTCOME ->
                    setOutcome(f.text == null ? Outcome.OPEN : Outcome.valueOf(f.text), f.time);
            case OWNER -> assign(f);
            case AMOUNT -> setAmount(f);
            case MEASURE -> measure(f);
            case CLOSE_DATE -> dueOn(f);
            case ACTIVITY -> engage(f);
            case MEETING -> meetingAt = f.number;
            case TYPED_ACTIVITY -> typed.add(f.text, f.number, f.time);
            default -> describe(f);
        }
    }

    private void live(Fact f) {
        switch (Lifecycle.ofCode(f.number)) {
            case CREATED -> {
                exists = true;
                createdAt = f.time;
                openedAt = f.time;
            }
            case SNAPSHOT -> exists = true;
            case DELETED -> removed = true;
            case MERGED -> {
                removed = true;
                mergedInto = f.text;
            }
            case UNDELETED -> {
                removed = false;
                mergedInto = null;
                openedAt = f.time;
            }
        }
    }

    private void moveTo(Fact f, StageTable stages) {
        int to = f.text == null ? -1 : stages.indexOf(f.text);
        if (to < 0 || to == stage) {
            return;
        }
        Outcome next = stages.get(to).outcome();
        if (next == Outcome.OPEN) {
            countMove(to, f.time);
            lastOpenStage = to;
            furthestStage = Math.max(furthestStage, to);
        }
        stage = to;
        setOutcome(next, f.time);
    }

    private void countMove(int to, long at) {
        boolean first = lastOpenStage < 0;
        forwardMoves += !first && to > lastOpenStage ? 1 : 0;
        backwardMoves += !first && to < lastOpenStage ? 1 : 0;
        buyerInStage = 0;
        internalInStage = 0;
        plannedInStage = 0;
        typed.enterStage();
        reentries += (visitedStages & (1L << to)) != 0 ? 1 : 0;
        visitedStages |= 1L << to;
        // a stage found by a first import was entered at an unknown time, which is not the time of
        // the import
        stageEnteredAt = first && exists && createdAt == UNKNOWN ? UNKNOWN : at;
    }

    private void setOutcome(Outcome next, long at) {
        if (next == outcome) {
            return;
        }
        if (next == Outcome.OPEN) {
            reopenings++;
            // the visit ended with the closing: time closed is no time in stage
            openedAt = at;
            stageEnteredAt = at;
        }
        closedAt = next == Outcome.OPEN ? UNKNOWN : at;
        closeReason = next == Outcome.OPEN ? null : closeReason;
        outcome = next;
    }

    private void assign(Fact f) {
        ownerChanges += owner != null && !owner.equals(f.text) ? 1 : 0;
        ownerSince = f.time;
        owner = f.text;
    }

    private void setAmount(Fact f) {
        long to = f.number;
        if (firstAmount == UNKNOWN) {
            firstAmount = to;
        } else if (amount != UNKNOWN && to != UNKNOWN && outcome == Outcome.OPEN) {
            amountIncreases += to > amount ? 1 : 0;
            amountDecreases += to < amount ? 1 : 0;
            lastAmountChangeAt = to == amount ? lastAmountChangeAt : f.time;
        }
        amount = to;
    }

    private void measure(Fact f) {
        measures = measures == null ? new TreeMap<>() : measures;
        if (f.number == Fact.NO_NUMBER) {
            measures.remove(f.text);
        } else {
            measures.put(f.text, f.number);
        }
    }

    private void dueOn(Fact f) {
        // a date reset by the closing itself is no push: the stage of the same event was applied
        // before
        if (closeDate != UNKNOWN && f.number != UNKNOWN && outcome == Outcome.OPEN) {
            if (f.number > closeDate) {
                pushes++;
                lastPushAt = f.time;
                if (f.text == null) {
                    pushesByHand++;
                    lastPushByHandAt = f.time;
                }
            }
            pulls += f.number < closeDate ? 1 : 0;
        }
        firstCloseDate = firstCloseDate == UNKNOWN ? f.number : firstCloseDate;
        closeDate = f.number;
    }

    private void engage(Fact f) {
        if (ActivityCode.status(f.number) == ActivityCode.Status.CANCELED
                && ActivityCode.kind(f.number) == ActivityCode.Kind.MEETING) {
            meetingAt = UNKNOWN;
        }
        if (ActivityCode.status(f.number) != ActivityCode.Status.COMPLETED) {
            plan(f);
            return;
        }
        lastActivityAt = f.time;
        int kind = ActivityCode.kind(f.number).ordinal();
        completedByKind[kind]++;
        lastByKind[kind] = f.time;
        lastTouch = 2 * kind;
        actorChanges += lastActor != null && f.text != null && !lastActor.equals(f.text) ? 1 : 0;
        lastActor = f.text == null ? lastActor : f.text;
        ActivityCode.Direction direction = ActivityCode.direction(f.number);
        recent.add(RecentActivity.of(direction), f.time);
        if (direction == ActivityCode.Direction.INTERNAL) {
            internalActivities++;
            internalInStage++;
            lastInternalAt = f.time;
            return;
        }
        buyerActivities++;
        buyerInStage++;
        lastBuyerAt = f.time;
        if (direction == ActivityCode.Direction.INBOUND) {
            inboundActivities++;
            lastInboundAt = f.time;
        }
        if (ActivityCode.kind(f.number) == ActivityCode.Kind.MEETING) {
            recent.add(RecentActivity.MEETING, f.time);
        }
    }

    private void plan(Fact f) {
        if (ActivityCode.status(f.number) != ActivityCode.Status.CANCELED) {
            plannedActivities++;
            plannedInStage++;
            lastTouch = 2 * ActivityCode.kind(f.number).ordinal() + 1;
            lastPlannedAt = f.time;
            recent.add(RecentActivity.PLANNED, f.time);
        }
    }

    private void describe(Fact f) {
        switch (f.field) {
            case CLOSE_REASON -> closeReason = f.text;
            case CATEGORY -> category = f.text == null ? null : ForecastCategory.valueOf(f.text);
            case CURRENCY -> currency = f.text;
            case TERRITORY -> territory = f.text;
            case ACCOUNT -> account = f.text;
            case DEAL_TYPE -> dealType = f.text == null ? null : DealType.valueOf(f.text);
            case CREDITS -> credits = f.text;
            case NAME -> name = f.text;
            case PRODUCT -> product = f.text;
            case LEAD_SOURCE -> leadSource = f.text;
            case NEXT_STEP -> nextStep = f.text;
            case ROUTE_TO_MARKET -> routeToMarket = f.text;
            default -> throw new IllegalStateException("no rule for a fact about " + f.field);
        }
    }
}
