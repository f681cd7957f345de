package io.pipecast.streaming.serialization;

import io.pipecast.codec.avro.WireHistory;
import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.control.Call;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.control.ControlReader;
import io.pipecast.codec.control.ModelPublished;
import io.pipecast.codec.control.PolicyChanged;
import io.pipecast.domain.alert.AlertPolicy;
import io.pipecast.domain.alert.AlertRule;
import io.pipecast.domain.alert.RulePolicy;
import io.pipecast.domain.organization.OrganizationFact;
import io.pipecast.domain.organization.Tree;
import io.pipecast.streaming.operators.Steering;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Steering records on edges and in broadcast state. */
public final class SteeringSerializer extends HotSerializer<Steering> {
    private static final long serialVersionUID = 1L;
    private static final ModelPublished.Role[] ROLES = ModelPublished.Role.values();
    public static final SteeringSerializer INSTANCE = new SteeringSerializer();

    /**
     * 2: a published model says what it is for and what it restores. 3: policies and actions in
     * their wire form.
     */
    @Override
    protected int version() {
        return 3;
    }

    @Override
    protected void write(Steering value, DataOutputView out) throws IOException {
        Wire.text(value.kind().name(), out);
        switch (value.kind()) {
            case ORGANIZATION -> organization(value.organization(), out);
            case MODEL -> model(value.model(), out);
            case POLICY -> bytes(ControlAvro.encode(value.policy()), out);
            case ACTION -> bytes(ControlAvro.encode(value.action()), out);
            case CALL -> call(value.call(), out);
            case END -> out.writeLong(value.end());
            case HEARD -> {
                Wire.text(value.feed(), out);
                out.writeLong(value.end());
            }
        }
    }

    @Override
    protected Steering read(int version, DataInputView in) throws IOException {
        return switch (Steering.Kind.valueOf(Wire.text(in))) {
            case ORGANIZATION -> Steering.of(organization(in));
            case MODEL -> Steering.of(model(version, in));
            case POLICY ->
                    Steering.of(version >= 3 ? message(in, ControlReader::policy) : policy(in));
            case ACTION -> Steering.of(message(in, ControlReader::action));
            case CALL -> Steering.of(call(in));
            case END -> Steering.end(in.readLong());
            case HEARD -> Steering.heard(Wire.text(in), in.readLong());
        };
    }

    private static void organization(OrganizationFact f, DataOutputView out) throws IOException {
        Wire.text(f.kind().name(), out);
        Wire.text(f.id(), out);
        out.writeLong(f.effectiveFrom());
        out.writeLong(f.recordedAt());
        out.writeLong(f.orderKey());
        Wire.text(f.name(), out);
        Wire.text(f.parent(), out);
        Wire.text(f.territory(), out);
        out.writeBoolean(f.active());
        Wire.text(f.tree() == null ? null : f.tree().name(), out);
        Wire.text(f.period(), out);
        Wire.text(f.measure(), out);
        Wire.text(f.forecastType(), out);
        out.writeLong(f.amount());
        Wire.text(f.currency(), out);
        Wire.text(f.rate(), out);
    }

    private static OrganizationFact organization(DataInputView in) throws IOException {
        OrganizationFact.Kind kind = OrganizationFact.Kind.valueOf(Wire.text(in));
        String id = Wire.text(in);
        long from = in.readLong();
        long recordedAt = in.readLong();
        long order = in.readLong();
        String name = Wire.text(in);
        String parent = Wire.text(in);
        String territory = Wire.text(in);
        boolean active = in.readBoolean();
        String tree = Wire.text(in);
        return new OrganizationFact(
                kind,
                id,
                from,
                recordedAt,
                order,
                name,
                parent,
                territory,
                active,
                tree == null ? null : Tree.valueOf(tree),
                Wire.text(in),
                Wire.text(in),
                Wire.text(in),
                in.readLong(),
                Wire.text(in),
                Wire.text(in));
    }

    private static void model(ModelPublished m, DataOutputView out) throws IOException {
        out.writeLong(m.sequence());
        Wire.text(m.modelVersion(), out);
        out.writeLong(m.effectiveFrom());
        out.writeLong(m.publishedAt());
        Wire.text(m.actor(), out);
        out.writeInt(m.document().length);
        out.write(m.document());
        out.writeByte(m.role().ordinal());
        out.writeLong(m.restores());
    }

    private static ModelPublished model(int version, DataInputView in) throws IOException {
        long sequence = in.readLong();
        String modelVersion = Wire.text(in);
        long from = in.readLong();
        long publishedAt = in.readLong();
        String actor = Wire.text(in);
        byte[] document = new byte[in.readInt()];
        in.readFully(document);
        boolean roles = version >= 2;
        return new ModelPublished(
                sequence,
                modelVersion,
                from,
                publishedAt,
                actor,
                document,
                roles ? ROLES[in.readByte()] : ModelPublished.Role.CHAMPION,
                roles ? in.readLong() : ModelPublished.NONE);
    }

    private static void bytes(byte[] message, DataOutputView out) throws IOException {
        out.writeInt(message.length);
        out.write(message);
    }

    /** Reads one message. */
    private interface Read<T> {
        T from(WireReader reader) throws IOException;
    }

    /** A message of whatever schema was in force when it was written. */
    private static <T> T message(DataInputView in, Read<T> read) throws IOException {
        byte[] message = new byte[in.readInt()];
        in.readFully(message);
        WireHistory history = new WireHistory(WireSchema.POLICY_CHANGED, WireSchema.ALERT_ACTION);
        return read.from(new WireReader().over(history.present(message)));
    }

    /** As it was written before version 3. */
    private static PolicyChanged policy(DataInputView in) throws IOException {
        long sequence = in.readLong();
        long from = in.readLong();
        long publishedAt = in.readLong();
        String actor = Wire.text(in);
        AlertPolicy policy = AlertPolicy.DEFAULT;
        RulePolicy stalled = policy.of(AlertRule.STALLED_IN_STAGE).enabled(in.readBoolean());
        policy = policy.with(stalled.fallback(in.readInt()));
        policy = new AlertPolicy(policy.rules(), in.readDouble(), policy.delivery());
        RulePolicy quiet = policy.of(AlertRule.GONE_QUIET).enabled(in.readBoolean());
        policy = policy.with(quiet.threshold(in.readInt()));
        RulePolicy overdue = policy.of(AlertRule.CLOSE_DATE_OVERDUE).enabled(in.readBoolean());
        policy = policy.with(overdue.threshold(in.readInt()));
        return new PolicyChanged(sequence, from, publishedAt, actor, policy);
    }

    private static void call(Call c, DataOutputView out) throws IOException {
        Wire.text(c.callId(), out);
        Wire.text(c.tree().name(), out);
        Wire.text(c.node(), out);
        Wire.text(c.period(), out);
        out.writeLong(c.commit());
        out.writeLong(c.bestCase());
        Wire.text(c.note(), out);
        out.writeLong(c.submittedAt());
        Wire.text(c.actor(), out);
    }

    private static Call call(DataInputView in) throws IOException {
        return new Call(
                Wire.text(in),
                Tree.valueOf(Wire.text(in)),
                Wire.text(in),
                Wire.text(in),
                in.readLong(),
                in.readLong(),
                Wire.text(in),
                in.readLong(),
                Wire.text(in));
    }

    @Override
    public TypeSerializerSnapshot<Steering> snapshotConfiguration() {
        return new Snapshot();
    }

    /** Written with every state that holds the type. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Steering> {
        public Snapshot() {
            super(() -> INSTANCE);
        }
    }
}
