package io.pipecast.codec.input;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.control.Tick;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.RulePolicy;
import io.pipecast.domain.calendar.DayClock;

/** What control records must keep to. */
final class ControlRules {
    private static final int MOST_DAYS = 3_650;
    private static final int MOST_A_WEEK = 1_000;

    private final Checks checks;

    ControlRules(DayClock days) {
        this.checks = new Checks(days);
    }

    Input input(Tick tick) throws Refusal {
        checks.instant("at", tick.at());
        return Input.tick(tick.at());
    }

    Input input(ModelPublished model) throws Refusal {
        Checks.present("modelVersion", model.modelVersion());
        checks.instant("effectiveFrom", model.effectiveFrom());
        checks.instant("publishedAt", model.publishedAt());
        if (model.document().length == 0 && model.role() != ModelPublished.Role.SHADOW_END) {
            throw new Refusal(
                    Reason.MISSING_FIELD, "document", "document must be given, was empty");
        }
        return Input.of(model);
    }

    Input input(PolicyChanged change) throws Refusal {
        checks.instant("effectiveFrom", change.effectiveFrom());
        checks.instant("publishedAt", change.publishedAt());
        AlertPolicy policy = change.policy();
        for (RulePolicy rule : policy.rules()) {
            String name = "rules." + rule.rule().key;
            whole(name + ".threshold", rule.threshold(), RulePolicy.LEARNED, MOST_DAYS);
            whole(name + ".fallback", rule.fallback(), 0, MOST_DAYS);
            if (rule.leastAmount() < 0) {
                throw Refusal.badValue(
                        name + ".leastAmount", "must be at least 0", rule.leastAmount());
            }
        }
        if (!(policy.quantile() > 0 && policy.quantile() < 1)) {
            throw Refusal.badValue("stalledQuantile", "must be between 0 and 1", policy.quantile());
        }
        whole("perWeek", policy.delivery().perWeek(), 0, MOST_A_WEEK);
        whole("deliveryHour", policy.delivery().hour(), 0, 23);
        whole("repeatAfterDays", policy.delivery().repeatAfterDays(), 0, MOST_DAYS);
        return Input.of(change);
    }

    Input input(Call call) throws Refusal {
        Checks.present("callId", call.callId());
        Checks.present("node", call.node());
        Checks.present("period", call.period());
        checks.instant("submittedAt", call.submittedAt());
        Checks.amount("commit", call.commit() == Call.NONE ? null : (Long) call.commit());
        Checks.amount("bestCase", call.bestCase() == Call.NONE ? null : (Long) call.bestCase());
        return Input.of(call);
    }

    Input input(AlertAction action) throws Refusal {
        Checks.present("actionId", action.actionId());
        Checks.present("alertId", action.alertId());
        Checks.present("opportunityId", action.opportunityId());
        checks.instant("at", action.at());
        checks.instant("until", action.until() == AlertAction.NONE ? null : (Long) action.until());
        return Input.of(action);
    }

    Input input(DealOverride override) throws Refusal {
        Checks.present("overrideId", override.overrideId());
        Checks.present("opportunityId", override.opportunityId());
        Checks.present("period", override.period());
        checks.instant("periodEnd", override.periodEnd());
        checks.instant("at", override.at());
        chance("chance", override.chance());
        chance("modelChance", override.modelChance());
        return Input.of(override);
    }

    private static void chance(String field, long millionths) throws Refusal {
        if (millionths != DealOverride.NONE) {
            whole(field, millionths, 0, DealOverride.CERTAIN);
        }
    }

    private static void whole(String field, long value, long least, long most) throws Refusal {
        if (value < least || value > most) {
            throw Refusal.badValue(field, "must be between " + least + " and " + most, value);
        }
    }
}
