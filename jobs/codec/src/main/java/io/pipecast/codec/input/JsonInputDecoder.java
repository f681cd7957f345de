package io.pipecast.codec.input;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.pipecast.codec.control.ControlAvro;
import io.pipecast.codec.event.Activity;
import io.pipecast.codec.event.EventAvro;
import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.event.OpportunityChange;
import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;

/**
 * Reads lines of {@code events.jsonl}: a value or a rejection, never an exception. Fields the
 * schemas do not have are left out; a blank line is a no-op. Not thread-safe: one per task.
 */
public final class JsonInputDecoder {
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();

    private final JsonFields fields = new JsonFields();
    private final DealJson deals = new DealJson(fields);
    private final OrganizationJson organization = new OrganizationJson(fields);
    private final CallJson calls = new CallJson(fields);
    private final DealRules dealRules;
    private final OrganizationRules organizationRules;
    private final ControlRules control;
    private final OpportunityChange change = new OpportunityChange();
    private final Activity activity = new Activity();
    private String lastType;

    /** A decoder whose refusals depend on the settings' stages and calendar. */
    public JsonInputDecoder(PipelineSettings settings) {
        dealRules = new DealRules(settings);
        organizationRules = new OrganizationRules(settings.calendar().days());
        control = new ControlRules(settings.calendar().days());
    }

    /**
     * What a line says.
     *
     * @param buffer holds the line; not kept
     * @param source file the line is from, for rejections
     * @param lineNumber position in the source, from 1, for rejections
     */
    public Input decode(byte[] buffer, int offset, int length, String source, long lineNumber) {
        try {
            if (length > Rejection.LARGEST_RECORD) {
                throw Refusal.tooLarge(length);
            }
            return read(buffer, offset, length);
        } catch (Refusal refusal) {
            return rejected(refusal, buffer, offset, length, source, lineNumber);
        } catch (JsonProcessingException e) {
            Refusal refusal = Refusal.unreadable("not JSON: " + firstLine(e.getOriginalMessage()));
            return rejected(refusal, buffer, offset, length, source, lineNumber);
        } catch (IOException | RuntimeException e) {
            Refusal refusal = Refusal.unreadable("not JSON: " + firstLine(e.getMessage()));
            return rejected(refusal, buffer, offset, length, source, lineNumber);
        }
    }

    private Input read(byte[] buffer, int offset, int length) throws IOException, Refusal {
        if (length > 1 && (wide(buffer[offset]) || wide(buffer[offset + 1]))) {
            throw Refusal.unreadable("a record must be UTF-8");
        }
        try (JsonParser parser = JSON.createParser(buffer, offset, length)) {
            fields.over(parser);
            JsonToken first = parser.nextToken();
            if (first == null) {
                return Input.nothing();
            }
            if (first != JsonToken.START_OBJECT) {
                throw Refusal.unreadable("a record must be a JSON object");
            }
            Input input = record(type(parser, buffer, offset, length));
            if (parser.nextToken() != null) {
                throw Refusal.unreadable("a line must end after its JSON object");
            }
            return input;
        }
    }

    /** Whether a byte at the start means UTF-16 or UTF-32, which the parser would accept. */
    private static boolean wide(byte start) {
        return start == 0 || start == (byte) 0xFE || start == (byte) 0xFF;
    }

    /**
     * The wire message of the record decoded last, for whoever passes lines on.
     *
     * @param decoded what {@link #decode} just answered: a deal event, a statement about the
     *     organization or a call
     */
    public byte[] message(Input decoded) {
        if (decoded.kind == Input.Kind.ORGANIZATION) {
            return EventAvro.encode(decoded.organization());
        }
        if (decoded.kind == Input.Kind.CALL) {
            return ControlAvro.encode(decoded.call());
        }
        return EventJson.ACTIVITY.equals(lastType)
                ? EventAvro.encode(activity)
                : EventAvro.encode(change);
    }

    private Input record(String type) throws IOException, Refusal {
        lastType = type;
        switch (type) {
            case EventJson.OPPORTUNITY -> {
                change.reset();
                deals.read(change);
                return dealRules.input(change);
            }
            case EventJson.ACTIVITY -> {
                activity.reset();
                deals.read(activity);
                return dealRules.input(activity);
            }
            case EventJson.ORGANIZATION -> {
                return organizationRules.input(organization.readNode());
            }
            case EventJson.QUOTA -> {
                return organizationRules.input(organization.readQuota());
            }
            case EventJson.RATE -> {
                return organizationRules.input(organization.readRate());
            }
            case EventJson.CALL -> {
                return control.input(calls.read());
            }
            default ->
                    throw Refusal.of(
                            Reason.UNKNOWN_TYPE,
                            "type",
                            "must be opportunity, activity, organization, quota, rate or call",
                            type);
        }
    }

    /** The type, which leads; where it does not, the line is searched for it first. */
    private String type(JsonParser parser, byte[] buffer, int offset, int length)
            throws IOException, Refusal {
        String name = parser.nextFieldName();
        if ("type".equals(name)) {
            parser.nextToken();
            return required(fields.word("type"));
        }
        String found = null;
        try (JsonParser ahead = JSON.createParser(buffer, offset, length)) {
            fields.over(ahead);
            ahead.nextToken();
            for (String field = fields.next(); field != null; field = fields.next()) {
                if ("type".equals(field)) {
                    found = fields.word(field);
                }
                fields.skip();
            }
        }
        fields.over(parser);
        fields.reread(name);
        return required(found);
    }

    private static String required(String type) throws Refusal {
        Checks.present("type", type);
        return type;
    }

    private Input rejected(
            Refusal why, byte[] buffer, int offset, int length, String source, long line) {
        return Input.of(Rejection.of(why, buffer, offset, length, source, line, Rejection.NO_TIME));
    }

    private static String firstLine(String message) {
        String text = String.valueOf(message);
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }
}
