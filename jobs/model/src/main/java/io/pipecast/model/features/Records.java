package io.pipecast.model.features;

import io.pipecast.domain.deal.DealType;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.deal.TypedActivities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What was learned of people and of amounts: for each user the logarithms of wins and losses seen ÷
 * expected, drawn to those of the user's territory, of the company and to 0 the more the fewer
 * there were; and what amounts are usual. Immutable; looking up allocates nothing but for the key
 * of a currency.
 */
@SuppressWarnings("EnumOrdinal") // features are arrays by ordinal
public final class Records {
    /** Nothing known of anybody. */
    public static final Records NONE =
            new Records(
                    new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), Person.UNKNOWN, List.of());

    private final SortedMap<String, Person> owners;
    private final SortedMap<String, Person> actors;
    private final SortedMap<String, double[]> amounts;
    private final Person company;
    private final List<String> types;
    private final Map<String, Person> ownerOf;
    private final Map<String, Person> actorOf;

    /**
     * What is known of a user.
     *
     * @param won logarithm of wins seen ÷ expected, shrunken
     * @param lost the same of losses
     * @param amount how much the logarithm of the user's amounts lies above what is usual, shrunken
     * @param size effective sample size: ends seen, and those the prior weighs as much as
     */
    public record Person(double won, double lost, double amount, double size) {
        /** Of whom nothing is known. */
        public static final Person UNKNOWN = new Person(0, 0, 0, 0);
    }

    /**
     * Records.
     *
     * @param owners by user id, as owners of deals
     * @param actors by user id, as those who acted last
     * @param amounts usual logarithm of amounts by currency: without a type, new, expansion,
     *     renewal
     * @param company of whoever is not listed
     * @param types names of activity types told apart, {@link TypedActivities#MOST} at most
     */
    public Records(
            SortedMap<String, Person> owners,
            SortedMap<String, Person> actors,
            SortedMap<String, double[]> amounts,
            Person company,
            List<String> types) {
        if (types.size() > TypedActivities.MOST) {
            throw new IllegalArgumentException(
                    "activity types must be at most "
                            + TypedActivities.MOST
                            + ", were "
                            + types.size());
        }
        this.types = List.copyOf(types);
        this.owners = owners;
        this.actors = actors;
        this.amounts = amounts;
        this.company = company;
        this.ownerOf = new HashMap<>(owners);
        this.actorOf = new HashMap<>(actors);
    }

    /** Records as owners. */
    public Map<String, Person> owners() {
        return owners;
    }

    /** Records as those who acted last. */
    public Map<String, Person> actors() {
        return actors;
    }

    /** Usual logarithm of amounts in minor units, by currency ("" for none) and segment. */
    public Map<String, double[]> amounts() {
        return amounts;
    }

    /** The record of whoever is not listed. */
    public Person company() {
        return company;
    }

    /** Names of activity types told apart. */
    public List<String> types() {
        return types;
    }

    /** Adds what is known of the deal's people, amount and activity types to what the deal says. */
    public void read(DealView deal, long at, double[] features) {
        Person owner = deal.owner == null ? company : ownerOf.getOrDefault(deal.owner, company);
        Person actor =
                deal.lastActor == null ? company : actorOf.getOrDefault(deal.lastActor, company);
        put(owner, actor, usual(deal.currency, deal.dealType), features);
        DealReading.readTypes(deal, types, at, features);
    }

    /** The same with everything looked up; AMOUNT holds the logarithm of the amount before. */
    public static void put(Person owner, Person actor, double usual, double[] features) {
        features[DealFeature.OWNER_WON.ordinal()] = owner.won;
        features[DealFeature.OWNER_LOST.ordinal()] = owner.lost;
        features[DealFeature.ACTOR_WON.ordinal()] = actor.won;
        features[DealFeature.ACTOR_LOST.ordinal()] = actor.lost;
        boolean known = features[DealFeature.AMOUNT_UNKNOWN.ordinal()] == 0 && !Double.isNaN(usual);
        double above = known ? features[DealFeature.AMOUNT.ordinal()] - usual : 0;
        features[DealFeature.AMOUNT.ordinal()] = above;
        features[DealFeature.AMOUNT_OF_OWNER.ordinal()] = known ? above - owner.amount : 0;
    }

    private double usual(String currency, DealType type) {
        double[] known = amounts.get(currency == null ? "" : currency);
        return known == null ? Double.NaN : known[type == null ? 0 : type.ordinal() + 1];
    }
}
