package io.pipecast.board.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.javalin.http.Context;

/** Bodies of requests that do something. */
final class Bodies {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST = 500;

    private Bodies() {}

    /** The JSON object of a request. */
    static JsonNode json(Context context) {
        // a page of another site cannot send this type without being asked first
        String type = context.contentType();
        if (type == null || !type.startsWith("application/json")) {
            throw ApiProblem.badRequest("the content type must be application/json, was " + type);
        }
        try {
            JsonNode body = JSON.readTree(context.body());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (JsonProcessingException e) {
            // said below
        }
        throw ApiProblem.badRequest("the body must be a JSON object, was none");
    }

    /** A short text of a body, or null where it is missing or blank. */
    static String text(JsonNode body, String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull() || value.asText().isBlank()) {
            return null;
        }
        if (!value.isTextual() || value.asText().length() > LONGEST) {
            throw ApiProblem.badRequest(
                    name + " must be text of at most " + LONGEST + " characters");
        }
        return value.asText();
    }
}
