package io.pipecast.codec.avro;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * The schemas of the wire. A message is single-object encoded (Avro specification, "Single-object
 * encoding"): C3 01, the CRC-64-AVRO fingerprint of the writer's schema in little-endian order, the
 * binary datum.
 */
@SuppressWarnings("ImmutableEnumChecker") // a schema and a header that nobody changes
public enum WireSchema {
    OPPORTUNITY_CHANGE("crm/OpportunityChange"),
    ACTIVITY("crm/Activity"),
    ORGANIZATION_CHANGE("crm/OrganizationChange"),
    QUOTA("crm/Quota"),
    EXCHANGE_RATE("crm/ExchangeRate"),
    TICK("control/Tick"),
    MODEL_PUBLISHED("control/ModelPublished"),
    POLICY_CHANGED("control/PolicyChanged"),
    CALL("control/Call"),
    ALERT_ACTION("control/AlertAction"),
    DEAL_OVERRIDE("control/DealOverride"),
    DEAL_FORECAST("forecast/DealForecast"),
    PIPELINE_FORECAST("forecast/PipelineForecast"),
    ALERT("forecast/Alert"),
    REJECTED("forecast/Rejected"),
    FEED_STATUS("forecast/FeedStatus"),
    MODEL_STATUS("forecast/ModelStatus"),
    DEAL_SCORE("forecast/DealScore"),
    MODEL_HEALTH("forecast/ModelHealth");

    /** Bytes before the datum. */
    public static final int HEADER = 10;

    private static final String ROOT = "/io/pipecast/schemas/";

    /** Path below {@code schemas/} without {@code .avsc}. */
    public final String subject;

    /** The schema in force: what this code writes. */
    public final Schema schema;

    /** CRC-64-AVRO of the schema's parsing canonical form. */
    public final long fingerprint;

    private final byte[] header = new byte[HEADER];

    WireSchema(String subject) {
        this.subject = subject;
        this.schema = parse(ROOT + subject + ".avsc");
        this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
        header[0] = (byte) 0xC3;
        header[1] = 1;
        for (int i = 0; i < 8; i++) {
            header[2 + i] = (byte) (fingerprint >>> (8 * i));
        }
    }

    /** A copy of the bytes every message of this schema starts with. */
    public byte[] header() {
        return header.clone();
    }

    /** Every schema of the subject that was ever in force, oldest first. */
    public List<Schema> history() {
        List<Schema> schemas = new ArrayList<>();
        for (int version = 1; ; version++) {
            Schema past = parse(ROOT + "history/" + subject + "/" + version + ".avsc");
            if (past == null) {
                return schemas;
            }
            schemas.add(past);
        }
    }

    /** Whether bytes start like a single-object encoded message. */
    public static boolean isMessage(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == (byte) 0xC3 && bytes[1] == 1;
    }

    /** Fingerprint of the writer's schema of a message. */
    public static long fingerprintOf(byte[] message) {
        long fingerprint = 0;
        for (int i = 7; i >= 0; i--) {
            fingerprint = fingerprint << 8 | (message[2 + i] & 0xff);
        }
        return fingerprint;
    }

    private static Schema parse(String resource) {
        try (InputStream in = WireSchema.class.getResourceAsStream(resource)) {
            return in == null ? null : new Schema.Parser().parse(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read schema " + resource, e);
        }
    }
}
