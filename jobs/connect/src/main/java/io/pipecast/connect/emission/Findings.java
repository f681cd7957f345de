package io.pipecast.connect.emission;

import io.pipecast.connect.mapping.FieldType;
import io.pipecast.connect.mapping.Rule;
import io.pipecast.connect.mapping.Target;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an import saw: counts, refused rows and values nobody explained. */
public final class Findings {
    /** Refused rows shown one by one. */
    public static final int SAMPLES = 10;

    private final Map<Target, Long> made = new EnumMap<>(Target.class);
    private final Map<String, Long> fields = new HashMap<>();
    private final Map<String, Long> whileOpen = new HashMap<>();
    private final Map<FieldType, Map<String, Long>> unexplained = new EnumMap<>(FieldType.class);
    private final Map<String, Long> refusedByRule = new TreeMap<>();
    private final List<Refusal> samples = new ArrayList<>();
    private final Map<String, Long> owners = new TreeMap<>();
    private final Set<String> users = new HashSet<>();
    private final Map<String, Long> currencies = new TreeMap<>();
    private final Set<String> rated = new HashSet<>();
    private long refused;
    private long repeated;
    private long leftOut;

    /**
     * A refused row.
     *
     * @param file it is in
     * @param line counted from 1
     * @param reason what must hold, and the value
     */
    public record Refusal(String file, long line, String reason) {}

    void made(Rule rule, Fields record, boolean closing) {
        made.merge(rule.target(), 1L, Long::sum);
        for (String name : record.names()) {
            String key = rule.target() + "." + name;
            fields.merge(key, 1L, Long::sum);
            if (!closing) {
                whileOpen.merge(key, 1L, Long::sum);
            }
        }
        if (rule.target() == Target.USER) {
            users.add(record.text("id"));
        }
        if (rule.target() == Target.RATE) {
            rated.add(record.text("currency"));
        }
        if (rule.target() == Target.OPPORTUNITY && record.has("owner")) {
            owners.merge(record.text("owner"), 1L, Long::sum);
        }
        if (rule.target() == Target.OPPORTUNITY && record.has("amount")) {
            currencies.merge(record.text("currency"), 1L, Long::sum);
        }
    }

    void repeated() {
        repeated++;
    }

    void leftOut() {
        leftOut++;
    }

    /** Takes in a refused row. */
    public void refused(Refusal refusal, RefusedRow why) {
        refused++;
        refusedByRule.merge(why.rule(), 1L, Long::sum);
        if (samples.size() < SAMPLES) {
            samples.add(refusal);
        }
        if (why.value() != null) {
            unexplained
                    .computeIfAbsent(why.type(), type -> new TreeMap<>())
                    .merge(why.value(), 1L, Long::sum);
        }
    }

    /** Records made of a kind. */
    public long made(Target target) {
        return made.getOrDefault(target, 0L);
    }

    /** Whether there is anything to go on with: rows that all were refused leave nothing. */
    public boolean usable() {
        boolean deals = made(Target.OPPORTUNITY) + made(Target.ACTIVITY) > 0;
        return deals || (refused == 0 && !made.isEmpty());
    }

    /** Records of a kind that carry a field. */
    public long withField(Target target, String field) {
        return fields.getOrDefault(target + "." + field, 0L);
    }

    /** Records of a kind that carry a field and do not close their deal. */
    public long withFieldWhileOpen(Target target, String field) {
        return whileOpen.getOrDefault(target + "." + field, 0L);
    }

    /** Values of a type that led to refusal, and how often. */
    public Map<String, Long> unexplained(FieldType type) {
        return Collections.unmodifiableMap(unexplained.getOrDefault(type, Map.of()));
    }

    /** Owners that no user record states, and how many changes name them. */
    public Map<String, Long> unknownOwners() {
        Map<String, Long> unknown = new TreeMap<>(owners);
        unknown.keySet().removeAll(users);
        return unknown;
    }

    /** Currencies of amounts that no rate record converts, and how many amounts are in them. */
    public Map<String, Long> currenciesWithoutRate(String corporate) {
        Map<String, Long> unrated = new TreeMap<>(currencies);
        unrated.remove(corporate);
        unrated.keySet().removeAll(rated);
        return unrated;
    }

    /** Refused rows by the rule they break. */
    public Map<String, Long> refusedByRule() {
        return Collections.unmodifiableMap(refusedByRule);
    }

    /** The first refused rows. */
    public List<Refusal> samples() {
        return Collections.unmodifiableList(samples);
    }

    /** Number of refused rows. */
    public long refused() {
        return refused;
    }

    /** Rows that repeat an earlier one, word for word. */
    public long repeatedRows() {
        return repeated;
    }

    /** Rows left out on purpose. */
    public long leftOutRows() {
        return leftOut;
    }
}
