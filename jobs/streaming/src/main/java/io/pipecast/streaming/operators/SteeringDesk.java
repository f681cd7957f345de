package io.pipecast.streaming.operators;

import io.pipecast.codec.control.ModelPublished;
import io.pipecast.domain.calendar.DayClock;
import io.pipecast.domain.money.ExchangeRates;
import io.pipecast.domain.organization.Organization;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.settings.PipelineSettings;
import io.pipecast.model.scoring.WinModel;
import io.pipecast.streaming.track.InForce;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.common.state.ReadOnlyBroadcastState;

/** What steers, in the shape operators use it. Rebuilt from the broadcast state after a restore. */
final class SteeringDesk {
    private final PipelineSettings settings;
    private final Organization organization = new Organization();
    private final ExchangeRates rates;
    private final InForce inForce;
    private long end = Long.MAX_VALUE;
    private boolean restored;

    SteeringDesk(PipelineSettings settings, List<ModelPublished> models) {
        this.settings = settings;
        this.rates = new ExchangeRates(settings.currency());
        this.inForce = new InForce(settings, rates, organization);
        models.forEach(this::publish);
    }

    Organization organization() {
        return organization;
    }

    ExchangeRates rates() {
        return rates;
    }

    InForce inForce() {
        return inForce;
    }

    /** Last instant of a replay, Long.MAX_VALUE in a live job. */
    long end() {
        return end;
    }

    /** Identity of a record in state. */
    static String identity(Steering steering) {
        return switch (steering.kind()) {
            case ORGANIZATION -> {
                OrganizationFact f = steering.organization();
                yield f.key() + "|" + f.effectiveFrom() + "|" + f.recordedAt() + "|" + f.orderKey();
            }
            case MODEL -> "MODEL|" + steering.model().sequence();
            case POLICY -> "POLICY|" + steering.policy().sequence();
            case CALL -> "CALL|" + steering.call().callId();
            case ACTION -> "ACTION|" + steering.action().actionId();
            case END -> "END";
            case HEARD -> "HEARD|" + steering.feed() + "|" + steering.end();
        };
    }

    /** Whether the broadcast state was read already. */
    boolean isRestored() {
        return restored;
    }

    /** Reads the broadcast state once after a start or restore. */
    void restore(ReadOnlyBroadcastState<String, Steering> state) throws Exception {
        if (restored) {
            return;
        }
        restored = true;
        for (Map.Entry<String, Steering> entry : state.immutableEntries()) {
            take(entry.getValue());
        }
    }

    /** Takes a record in; false when it was known or is refused. */
    boolean take(Steering steering) {
        return switch (steering.kind()) {
            case ORGANIZATION -> take(steering.organization());
            case MODEL -> publish(steering.model());
            case POLICY -> inForce.add(steering.policy());
            case CALL, ACTION, HEARD -> true;
            case END -> {
                end = steering.end();
                yield true;
            }
        };
    }

    private boolean take(OrganizationFact fact) {
        if (fact.kind() == OrganizationFact.Kind.RATE) {
            DayClock days = settings.calendar().days();
            rates.put(fact.id(), days.dayOf(fact.effectiveFrom()), new BigDecimal(fact.rate()));
        }
        return organization.add(fact);
    }

    private boolean publish(ModelPublished published) {
        if (published.role() == ModelPublished.Role.SHADOW_END) {
            return inForce.addShadow(published.sequence(), published.effectiveFrom(), null);
        }
        WinModel model = PublishedModel.read(published, settings);
        if (model == null) {
            return false;
        }
        return published.role() == ModelPublished.Role.SHADOW
                ? inForce.addShadow(published.sequence(), published.effectiveFrom(), model)
                : inForce.add(model);
    }
}
