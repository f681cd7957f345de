package io.pipecast.codec.settings;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where the board serves.
 *
 * @param host address it listens on
 * @param port port it listens on
 * @param crmUrl link to a deal in the CRM with {@code {opportunityId}} in it, or empty
 * @param dayStartHour hour of a working day from which feeds are expected to send events
 * @param dayEndHour hour of a working day until which they are
 * @param quietHours hours of working days without an event after which a feed is called quiet
 * @param alertmanager whether and how deal alerts are posted to Alertmanager
 * @param access who may see what
 * @param calls until when calls are submitted
 * @param auditLog file of the audit log, or empty
 */
public record BoardSettings(
        String host,
        int port,
        String crmUrl,
        int dayStartHour,
        int dayEndHour,
        int quietHours,
        AlertmanagerSettings alertmanager,
        AccessSettings access,
        CallSettings calls,
        String auditLog) {
    /** The link to a deal, or null when none is configured. */
    public String linkTo(String opportunityId) {
        return crmUrl.isEmpty() ? null : crmUrl.replace("{opportunityId}", inPath(opportunityId));
    }

    /** A text as part of a path: a form encodes a space as +, a path does not. */
    public static String inPath(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
