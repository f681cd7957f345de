package io.pipecast.codec.input;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.codec.control.Tick;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.calendar.DayClock;

/** What control records must keep to. */
final class ControlRules {
    private static final int MOST_DAYS = 3_650;

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
        days("stalledFallbackDays", policy.stalledFallbackDays());
        days("quietDays", policy.quietDays());
        days("overdueGraceDays", policy.overdueGraceDays());
        double quantile = policy.stalledQuantile();
        if (!(quantile > 0 && quantile < 1)) {
            throw Refusal.badValue("stalledQuantile", "must be between 0 and 1", quantile);
        }
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

    private static void days(String field, int days) throws Refusal {
        if (days < 0 || days > MOST_DAYS) {
            throw Refusal.badValue(field, "must be between 0 and " + MOST_DAYS, days);
        }
    }
}
