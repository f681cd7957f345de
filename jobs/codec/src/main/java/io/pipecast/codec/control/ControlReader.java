package io.pipecast.codec.control;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.domain.organization.Tree;
import java.io.IOException;

/** Reads the fields of control records in the order of the schemas in force, unchecked. */
public final class ControlReader {
    private static final Tree[] TREES = Tree.values();
    private static final AlertAction.Kind[] ACTIONS = AlertAction.Kind.values();

    private static final ModelPublished.Role[] ROLES = ModelPublished.Role.values();

    private ControlReader() {}

    /** A tick. */
    public static Tick tick(WireReader in) throws IOException {
        return new Tick(in.number());
    }

    /** A published model. */
    public static ModelPublished model(WireReader in) throws IOException {
        return new ModelPublished(
                in.number(),
                in.text(),
                in.number(),
                in.number(),
                in.text(),
                in.bytes(),
                in.symbol(ROLES),
                in.optionalNumber());
    }

    /** A changed alert policy. */
    public static PolicyChanged policy(WireReader in) throws IOException {
        return PolicyAvro.read(in);
    }

    /** A submitted call. */
    public static Call call(WireReader in) throws IOException {
        return new Call(
                in.text(),
                in.symbol(TREES),
                in.text(),
                in.text(),
                in.optionalNumber(),
                in.optionalNumber(),
                in.optionalText(),
                in.number(),
                in.text());
    }

    /** An action about an alert. */
    public static AlertAction action(WireReader in) throws IOException {
        return new AlertAction(
                in.text(),
                in.text(),
                in.text(),
                in.symbol(ACTIONS),
                in.optionalNumber(),
                in.optionalText(),
                in.optionalText(),
                in.number(),
                in.text());
    }

    /** A chance set by hand. */
    public static DealOverride override(WireReader in) throws IOException {
        return new DealOverride(
                in.text(),
                in.text(),
                in.text(),
                in.number(),
                in.optionalInteger(),
                in.optionalInteger(),
                in.optionalText(),
                in.optionalText(),
                in.number(),
                in.text());
    }
}
