package io.pipecast.domain.organization;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything stated about the organization, as an ordered set: any order of arrival and any
 * repetition give the same answers. Answers are as of an instant; among the statements effective by
 * then the newest (effectiveFrom, recordedAt, orderKey) holds.
 */
public final class Organization {
    /**
     * Node of deals whose user or territory is unknown, and of a leaver's deals when no manager is
     * left.
     */
    public static final String UNASSIGNED = "unassigned";

    /** Root node of both trees. */
    public static final String COMPANY = "company";

    private static final int DEEPEST = 64;

    /** Statements by kind and id; quotas are apart. */
    private final Map<OrganizationFact.Kind, Map<String, Dated>> things =
            new EnumMap<>(OrganizationFact.Kind.class);

    private final Map<QuotaKey, Dated> quotas = new HashMap<>();
    private int size;

    /** What a quota is of. */
    private record QuotaKey(
            Tree tree, String node, String period, String measure, String forecastType) {}

    public Organization() {
        for (OrganizationFact.Kind kind : OrganizationFact.Kind.values()) {
            things.put(kind, new HashMap<>());
        }
    }

    /** Takes a statement in; false when it was known already. */
    public boolean add(OrganizationFact fact) {
        boolean added = dated(fact).add(fact);
        size += added ? 1 : 0;
        return added;
    }

    private Dated dated(OrganizationFact fact) {
        if (fact.kind() != OrganizationFact.Kind.QUOTA) {
            return things.get(fact.kind()).computeIfAbsent(fact.id(), id -> new Dated());
        }
        QuotaKey key =
                new QuotaKey(
                        fact.tree(), fact.id(), fact.period(), fact.measure(), fact.forecastType());
        return quotas.computeIfAbsent(key, k -> new Dated());
    }

    /** Number of distinct statements. */
    public int size() {
        return size;
    }

    /**
     * The statement about a user, territory, account or currency in force at an instant, or null.
     */
    public OrganizationFact at(OrganizationFact.Kind kind, String id, long instant) {
        Dated dated = things.get(kind).get(id);
        return dated == null ? null : dated.at(instant);
    }

    /** A user as of an instant, or null. */
    public OrganizationFact user(String id, long instant) {
        return at(OrganizationFact.Kind.USER, id, instant);
    }

    /** A territory as of an instant, or null. */
    public OrganizationFact territory(String id, long instant) {
        return at(OrganizationFact.Kind.TERRITORY, id, instant);
    }

    /** Statements of a kind (but quotas) in force at an instant, ordered by id. */
    public List<OrganizationFact> all(OrganizationFact.Kind kind, long instant) {
        List<OrganizationFact> found = new ArrayList<>();
        for (Dated dated : things.get(kind).values()) {
            OrganizationFact fact = dated.at(instant);
            if (fact != null) {
                found.add(fact);
            }
        }
        found.sort(Comparator.comparing(OrganizationFact::id));
        return found;
    }

    /**
     * Node ids from the user's own node up to {@link #COMPANY}: the user itself, then managers. An
     * unknown user is {@link #UNASSIGNED}; a leaver's deals fall to the first active manager above.
     */
    public List<String> reportingPath(String user, long instant) {
        return path(OrganizationFact.Kind.USER, user, instant);
    }

    /**
     * Node ids from a territory up to {@link #COMPANY}; an unknown territory is {@link
     * #UNASSIGNED}.
     */
    public List<String> territoryPath(String territory, long instant) {
        return path(OrganizationFact.Kind.TERRITORY, territory, instant);
    }

    private List<String> path(OrganizationFact.Kind kind, String id, long instant) {
        List<String> path = new ArrayList<>();
        String next = id;
        for (int depth = 0; next != null && depth < DEEPEST; depth++) {
            OrganizationFact node = at(kind, next, instant);
            if (node == null || path.contains(next)) {
                break;
            }
            if (node.active()) {
                path.add(next);
            }
            next = node.parent();
        }
        if (path.isEmpty()) {
            path.add(UNASSIGNED);
        }
        path.add(COMPANY);
        return path;
    }

    /**
     * Territory of a deal: its own, else its account's, else its owner's default, else {@link
     * #UNASSIGNED}.
     *
     * @param own territory of the deal or null
     * @param account account of the deal or null
     * @param owner owner of the deal or null
     */
    public String territoryOf(String own, String account, String owner, long instant) {
        if (own != null) {
            return own;
        }
        OrganizationFact known =
                account == null ? null : at(OrganizationFact.Kind.ACCOUNT, account, instant);
        if (known != null && known.territory() != null) {
            return known.territory();
        }
        OrganizationFact user = owner == null ? null : user(owner, instant);
        return user == null || user.territory() == null ? UNASSIGNED : user.territory();
    }

    /** Quota of a node and period in force at an instant, or null. */
    public OrganizationFact quota(
            Tree tree,
            String node,
            String period,
            String measure,
            String forecastType,
            long instant) {
        Dated dated = quotas.get(new QuotaKey(tree, node, period, measure, forecastType));
        return dated == null ? null : dated.at(instant);
    }
}
