package io.pipecast.domain.deal;

/**
 * What a {@link Fact} is about. The declaration order is the order in which facts of one instant
 * and one source position are applied (a deal is created before it moves, and closes before its
 * close date is reset by the closing), and the {@link #code} is what state and wire carry: never
 * reuse or renumber one.
 */
public enum DealField {
    /** number = a {@link Lifecycle} code; text = the surviving deal of a merge. */
    LIFECYCLE(0),
    /** text = stage name as configured. */
    STAGE(1),
    /** text = {@link Outcome} name; only sources that say so apart from the stage carry it. */
    OUTCOME(2),
    /** text = why the deal was won or lost. */
    CLOSE_REASON(3),
    /** text = user id of the owner. */
    OWNER(4),
    /** number = close date as epoch day; text = {@link Fact#BULK} when many deals were edited. */
    CLOSE_DATE(5),
    /** text = {@link ForecastCategory} name, entered by hand. */
    CATEGORY(6),
    /** text = ISO 4217 code of every amount of the deal. */
    CURRENCY(7),
    /** number = amount in minor units of the deal's currency. */
    AMOUNT(8),
    /** text = measure name (arr, tcv, …); number = minor units. */
    MEASURE(9),
    /** text = territory id of the deal's own. */
    TERRITORY(10),
    /** text = account id. */
    ACCOUNT(11),
    /** text = {@link DealType} name. */
    DEAL_TYPE(12),
    /** text = {@link Credit#format canonical} list of credits. */
    CREDITS(13),
    /** text. */
    NAME(14),
    /** text. */
    PRODUCT(15),
    /** text. */
    LEAD_SOURCE(16),
    /** text. */
    NEXT_STEP(17),
    /** text. */
    ROUTE_TO_MARKET(18),
    /** number = a packed {@link ActivityCode}; text = actor. */
    ACTIVITY(19),
    /** number = start of a booked meeting, epoch milliseconds. */
    MEETING(20),
    /** number = a packed {@link ActivityCode}; text = what the source calls such activities. */
    TYPED_ACTIVITY(21);

    private static final DealField[] BY_CODE = values();

    /** Stable wire and state code. */
    public final int code;

    DealField(int code) {
        this.code = code;
    }

    /**
     * The field of a code.
     *
     * @throws IllegalArgumentException for a code no field has
     */
    public static DealField ofCode(int code) {
        if (code < 0 || code >= BY_CODE.length) {
            throw new IllegalArgumentException(
                    "deal field code must be between 0 and "
                            + (BY_CODE.length - 1)
                            + ", was "
                            + code);
        }
        return BY_CODE[code];
    }
}
