package io.pipecast.streaming.track;

import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.domain.alert.AlertContext;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.deal.DealView;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.money.MinorUnits;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.ModelOutlook;
import io.pipecast.model.scoring.ModelShelf;
import io.pipecast.model.scoring.StageProbabilities;
import io.pipecast.model.scoring.WinModel;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is in force at an instant: model and alert policy, each by highest sequence among those
 * effective by then.
 */
public final class InForce {
    private final PipelineSettings settings;
    private final ExchangeRates rates;
    private final Organization organization;
    private final ModelShelf models;
    private final Shadows shadows = new Shadows();
    private final List<PolicyChanged> policies = new ArrayList<>();
    private final Map<Pair, AlertContext> contexts = new HashMap<>();

    private Pair last;
    private AlertContext lastContext;

    /** A model and a policy that were in force together. */
    private record Pair(WinModel model, PolicyChanged policy) {}

    public InForce(PipelineSettings settings, ExchangeRates rates, Organization organization) {
        this.settings = settings;
        this.rates = rates;
        this.organization = organization;
        this.models = new ModelShelf(new StageProbabilities(settings.stages()));
    }

    /** Takes a model in; false when its sequence was known. */
    public boolean add(WinModel model) {
        return models.add(model);
    }

    /** Takes an alert policy in; false when its sequence was known. */
    public boolean add(PolicyChanged policy) {
        if (policies.stream().anyMatch(p -> p.sequence() == policy.sequence())) {
            return false;
        }
        policies.add(policy);
        policies.sort(Comparator.comparingLong(PolicyChanged::sequence).reversed());
        return true;
    }

    /**
     * Takes a model in that scores beside the one in force, or with null its end; false when its
     * sequence was known.
     */
    public boolean addShadow(long sequence, long effectiveFrom, WinModel model) {
        return shadows.add(sequence, effectiveFrom, model);
    }

    /** Model that scores beside the one in force at an instant, or null. */
    public WinModel shadow(long instant) {
        return shadows.at(instant);
    }

    /** Model at an instant. */
    public WinModel model(long instant) {
        return models.at(instant);
    }

    /** Model of a sequence, or null where none is known. */
    public WinModel modelOf(long sequence) {
        return models.of(sequence);
    }

    /** What alerts go by at an instant. */
    public AlertContext alerts(long instant) {
        WinModel model = models.at(instant);
        PolicyChanged policy = policy(instant);
        // asked for every deal and midnight: nearly always the same as before
        if (last == null || !sameObject(model, last.model) || !sameObject(policy, last.policy)) {
            last = new Pair(model, policy);
            lastContext = contexts.computeIfAbsent(last, p -> context(p.model, p.policy));
        }
        return lastContext;
    }

    @SuppressWarnings("ReferenceEquality") // another object only costs a look-up
    private static boolean sameObject(Object a, Object b) {
        return a == b;
    }

    private PolicyChanged policy(long instant) {
        for (PolicyChanged policy : policies) {
            if (policy.effectiveFrom() <= instant) {
                return policy;
            }
        }
        return null;
    }

    private AlertContext context(WinModel model, PolicyChanged policy) {
        long since =
                Math.max(
                        model.effectiveFrom(),
                        policy == null ? Long.MIN_VALUE : policy.effectiveFrom());
        AlertPolicy rules = policy == null ? settings.alerts() : policy.policy();
        return new AlertContext(
                settings.withAlerts(rules),
                model,
                this::convert,
                this::territory,
                new ModelOutlook(model, settings.calendar()),
                since);
    }

    private String territory(DealView deal, long at) {
        return organization.territoryOf(deal.territory, deal.account, deal.owner, at);
    }

    private long convert(long amount, String currency, int day) {
        String from = currency == null ? settings.currency() : currency;
        if (from.equals(settings.currency())) {
            return amount;
        }
        BigDecimal rate = rates.on(from, day);
        return rate == null
                ? Long.MIN_VALUE
                : MinorUnits.convert(amount, from, settings.currency(), rate);
    }
}
