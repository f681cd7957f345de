package io.pipecast.codec.input;

import io.pipecast.codec.control.AlertAction;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.DealOverride;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.domain.deal.DealEvent;
import io.pipecast.domain.organization.OrganizationFact;

/** What an input record turned out to be: one of the kinds, with the payload of that kind. */
public final class Input {
    /** What a record can be. */
    public enum Kind {
        DEAL,
        ORGANIZATION,
        TICK,
        MODEL,
        POLICY,
        CALL,
        ACTION,
        OVERRIDE,
        /** Readable and correct, but it states nothing: counted, without effect. */
        NOOP,
        REJECTED
    }

    private static final Input NOTHING = new Input(Kind.NOOP, null);

    public final Kind kind;
    private final Object payload;

    private Input(Kind kind, Object payload) {
        this.kind = kind;
        this.payload = payload;
    }

    static Input of(DealEvent event) {
        return new Input(Kind.DEAL, event);
    }

    static Input of(OrganizationFact fact) {
        return new Input(Kind.ORGANIZATION, fact);
    }

    /** A clock tick at an instant, epoch milliseconds. */
    public static Input tick(long at) {
        return new Input(Kind.TICK, at);
    }

    static Input of(ModelPublished model) {
        return new Input(Kind.MODEL, model);
    }

    static Input of(PolicyChanged policy) {
        return new Input(Kind.POLICY, policy);
    }

    static Input of(Call call) {
        return new Input(Kind.CALL, call);
    }

    static Input of(AlertAction action) {
        return new Input(Kind.ACTION, action);
    }

    static Input of(DealOverride override) {
        return new Input(Kind.OVERRIDE, override);
    }

    static Input of(Rejection rejection) {
        return new Input(Kind.REJECTED, rejection);
    }

    static Input nothing() {
        return NOTHING;
    }

    /** Payload of DEAL; the payload methods throw ClassCastException for any other kind. */
    public DealEvent deal() {
        return (DealEvent) payload;
    }

    /** Payload of ORGANIZATION. */
    public OrganizationFact organization() {
        return (OrganizationFact) payload;
    }

    /** Payload of TICK: the instant reached, epoch milliseconds. */
    public long tickAt() {
        return (Long) payload;
    }

    /** Payload of MODEL. */
    public ModelPublished model() {
        return (ModelPublished) payload;
    }

    /** Payload of POLICY. */
    public PolicyChanged policy() {
        return (PolicyChanged) payload;
    }

    /** Payload of CALL. */
    public Call call() {
        return (Call) payload;
    }

    /** Payload of ACTION. */
    public AlertAction action() {
        return (AlertAction) payload;
    }

    /** Payload of OVERRIDE. */
    public DealOverride override() {
        return (DealOverride) payload;
    }

    /** Payload of REJECTED. */
    public Rejection rejection() {
        return (Rejection) payload;
    }

    @Override
    public String toString() {
        return kind + " " + payload;
    }
}
