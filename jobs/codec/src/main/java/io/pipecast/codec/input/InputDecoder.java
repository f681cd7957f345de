package io.pipecast.codec.input;

import io.pipecast.codec.avro.WireHistory;
import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireSchema;
import io.pipecast.codec.control.ControlReader;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;

/**
 * Reads single-object encoded messages of the input topics: a value or a rejection, never an
 * exception. Every schema that was ever in force is read. Not thread-safe: one per task.
 */
public final class InputDecoder {
    private final WireHistory history =
            new WireHistory(
                    WireSchema.OPPORTUNITY_CHANGE,
                    WireSchema.ACTIVITY,
                    WireSchema.ORGANIZATION_CHANGE,
                    WireSchema.QUOTA,
                    WireSchema.EXCHANGE_RATE,
                    WireSchema.TICK,
                    WireSchema.MODEL_PUBLISHED,
                    WireSchema.POLICY_CHANGED,
                    WireSchema.CALL,
                    WireSchema.ALERT_ACTION,
                    WireSchema.DEAL_OVERRIDE);

    private final WireReader reader = new WireReader();
    private final DealRules deals;
    private final OrganizationRules organization;
    private final ControlRules control;
    private final OpportunityChange change = new OpportunityChange();
    private final Activity activity = new Activity();

    /** A decoder whose refusals depend on the settings' stages and calendar. */
    public InputDecoder(PipelineSettings settings) {
        deals = new DealRules(settings);
        organization = new OrganizationRules(settings.calendar().days());
        control = new ControlRules(settings.calendar().days());
    }

    /**
     * What a message says.
     *
     * @param bytes the message, or null for a record without a value, which is a no-op
     * @param source topic and partition, for rejections
     * @param offset position in the source, for rejections
     * @param timestamp the record's timestamp in epoch milliseconds, for rejections
     */
    public Input decode(byte[] bytes, String source, long offset, long timestamp) {
        if (bytes == null) {
            return Input.nothing();
        }
        try {
            return read(bytes);
        } catch (Refusal refusal) {
            return rejected(refusal, bytes, source, offset, timestamp);
        } catch (IOException | RuntimeException e) {
            Refusal refusal =
                    Refusal.unreadable("not the Avro record announced: " + e.getMessage());
            return rejected(refusal, bytes, source, offset, timestamp);
        }
    }

    private Input read(byte[] bytes) throws IOException, Refusal {
        if (bytes.length > Rejection.LARGEST_RECORD) {
            throw Refusal.tooLarge(bytes.length);
        }
        if (!WireSchema.isMessage(bytes)) {
            throw Refusal.unreadable("a message must start with C3 01 and a schema fingerprint");
        }
        long fingerprint = WireSchema.fingerprintOf(bytes);
        WireSchema schema = history.find(fingerprint);
        if (schema == null) {
            throw Refusal.of(
                    Reason.UNKNOWN_SCHEMA,
                    "fingerprint",
                    "must be of a known schema",
                    Long.toHexString(fingerprint));
        }
        reader.over(history.present(bytes));
        Input input = record(schema);
        if (!reader.atEnd()) {
            throw Refusal.unreadable("a message must end after its record");
        }
        return input;
    }

    private Input record(WireSchema schema) throws IOException, Refusal {
        return switch (schema) {
            case OPPORTUNITY_CHANGE -> {
                change.reset();
                DealAvro.read(reader, change);
                yield deals.input(change);
            }
            case ACTIVITY -> {
                DealAvro.read(reader, activity);
                yield deals.input(activity);
            }
            case ORGANIZATION_CHANGE -> organization.input(OrganizationAvro.readNode(reader));
            case QUOTA -> organization.input(OrganizationAvro.readQuota(reader));
            case EXCHANGE_RATE -> organization.input(OrganizationAvro.readRate(reader));
            case TICK -> control.input(ControlReader.tick(reader));
            case MODEL_PUBLISHED -> control.input(ControlReader.model(reader));
            case POLICY_CHANGED -> control.input(ControlReader.policy(reader));
            case CALL -> control.input(ControlReader.call(reader));
            case ALERT_ACTION -> control.input(ControlReader.action(reader));
            case DEAL_OVERRIDE -> control.input(ControlReader.override(reader));
            default -> throw Refusal.unreadable(schema.subject + " is not an input");
        };
    }

    private static Input rejected(
            Refusal why, byte[] bytes, String source, long offset, long timestamp) {
        return Input.of(Rejection.of(why, bytes, 0, bytes.length, source, offset, timestamp));
    }
}
