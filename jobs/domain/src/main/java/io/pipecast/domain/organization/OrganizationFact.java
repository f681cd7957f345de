package io.pipecast.domain.organization;

/**
 * One dated statement about the organization: a user, territory or account and where it hangs, a
 * quota, or an exchange rate. Flat on purpose, so that it crosses an edge without reflection;
 * unused parts are null or {@link #NONE}.
 *
 * @param kind what it is about
 * @param id user, territory or account id; for a quota the node's id; for a rate the currency
 * @param effectiveFrom epoch milliseconds from which it holds
 * @param recordedAt epoch milliseconds at which the source knew it
 * @param orderKey position in the source, breaking ties
 * @param name display name
 * @param parent manager (user) or parent (territory)
 * @param territory default territory of a user or account
 * @param active false for a user who has left or a node that was dropped
 * @param tree tree of a quota's node
 * @param period period id of a quota
 * @param measure measure of a quota ("amount" by default)
 * @param forecastType forecast type of a quota ("default" by default)
 * @param amount quota in minor units of {@code currency}
 * @param currency currency of the quota
 * @param rate decimal text: corporate units for one unit of the currency {@code id}
 */
public record OrganizationFact(
        Kind kind,
        String id,
        long effectiveFrom,
        long recordedAt,
        long orderKey,
        String name,
        String parent,
        String territory,
        boolean active,
        Tree tree,
        String period,
        String measure,
        String forecastType,
        long amount,
        String currency,
        String rate) {
    /** Amount of a statement that carries none. */
    public static final long NONE = Long.MIN_VALUE;

    /** What a statement is about. */
    public enum Kind {
        USER,
        TERRITORY,
        ACCOUNT,
        QUOTA,
        RATE
    }

    /**
     * A user, who reports to {@code manager} (null at the top) and whose deals fall to {@code
     * territory} by default.
     */
    public static OrganizationFact user(
            String id,
            String name,
            String manager,
            String territory,
            boolean active,
            long from,
            long order) {
        return new OrganizationFact(
                Kind.USER, id, from, from, order, name, manager, territory, active, null, null,
                null, null, NONE, null, null);
    }

    /** A territory below {@code parent} (null at the top). */
    public static OrganizationFact territory(
            String id, String name, String parent, boolean active, long from, long order) {
        return new OrganizationFact(
                Kind.TERRITORY,
                id,
                from,
                from,
                order,
                name,
                parent,
                null,
                active,
                null,
                null,
                null,
                null,
                NONE,
                null,
                null);
    }

    /** An account and the territory its deals fall to. */
    public static OrganizationFact account(
            String id, String name, String territory, long from, long order) {
        return new OrganizationFact(
                Kind.ACCOUNT,
                id,
                from,
                from,
                order,
                name,
                null,
                territory,
                true,
                null,
                null,
                null,
                null,
                NONE,
                null,
                null);
    }

    /** A quota of a node for a period, in force from an instant. */
    public static OrganizationFact quota(
            Tree tree,
            String node,
            String period,
            long amount,
            String currency,
            long from,
            long recordedAt,
            long order) {
        return new OrganizationFact(
                Kind.QUOTA,
                node,
                from,
                recordedAt,
                order,
                null,
                null,
                null,
                true,
                tree,
                period,
                "amount",
                "default",
                amount,
                currency,
                null);
    }

    /** An exchange rate from a day on. */
    public static OrganizationFact rate(String currency, String rate, long from, long order) {
        return new OrganizationFact(
                Kind.RATE, currency, from, from, order, null, null, null, true, null, null, null,
                null, NONE, null, rate);
    }

    /**
     * Identity within the organization: statements with the same key replace each other from their
     * effective instant on.
     */
    public String key() {
        return kind == Kind.QUOTA
                ? kind + "|" + tree + "|" + id + "|" + period + "|" + measure + "|" + forecastType
                : kind + "|" + id;
    }
}
