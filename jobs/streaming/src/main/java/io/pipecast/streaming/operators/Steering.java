package io.pipecast.streaming.operators;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.domain.organization.OrganizationFact;

/**
 * What steers the job besides the deals: organization, models, policies, calls, that a feed was
 * heard, and the end of a replay. Exactly one part is set.
 *
 * @param kind which part
 * @param organization a statement about the organization
 * @param model a published model
 * @param policy a changed alert policy
 * @param call a submitted call
 * @param action what somebody did about an alert
 * @param feed the feed that was heard
 * @param end when it was, see {@link io.pipecast.domain.alert.FeedBook#stretchOf}; or the last
 *     instant of a replay, epoch milliseconds: nothing is stated beyond it
 */
public record Steering(
        Kind kind,
        OrganizationFact organization,
        ModelPublished model,
        PolicyChanged policy,
        Call call,
        AlertAction action,
        String feed,
        long end) {
    /** Which part is set. */
    public enum Kind {
        ORGANIZATION,
        MODEL,
        POLICY,
        CALL,
        ACTION,
        END,
        HEARD
    }

    /** A statement about the organization. */
    public static Steering of(OrganizationFact fact) {
        return new Steering(Kind.ORGANIZATION, fact, null, null, null, null, null, 0);
    }

    /** A published model. */
    public static Steering of(ModelPublished model) {
        return new Steering(Kind.MODEL, null, model, null, null, null, null, 0);
    }

    /** A changed policy. */
    public static Steering of(PolicyChanged policy) {
        return new Steering(Kind.POLICY, null, null, policy, null, null, null, 0);
    }

    /** A submitted call. */
    public static Steering of(Call call) {
        return new Steering(Kind.CALL, null, null, null, call, null, null, 0);
    }

    /** What somebody did about an alert. */
    public static Steering of(AlertAction action) {
        return new Steering(Kind.ACTION, null, null, null, null, action, null, 0);
    }

    /** The end of a replay. */
    public static Steering end(long instant) {
        return new Steering(Kind.END, null, null, null, null, null, null, instant);
    }

    /** That a feed was heard in a stretch that ends at an instant. */
    public static Steering heard(String feed, long stretch) {
        return new Steering(Kind.HEARD, null, null, null, null, null, feed, stretch);
    }

    /** Instant from which the record holds, epoch milliseconds. */
    public long holdsFrom() {
        return switch (kind) {
            case ORGANIZATION -> organization.effectiveFrom();
            case MODEL -> model.effectiveFrom();
            case POLICY -> policy.effectiveFrom();
            case CALL -> call.submittedAt();
            case ACTION -> action.at();
            case END, HEARD -> end;
        };
    }
}
