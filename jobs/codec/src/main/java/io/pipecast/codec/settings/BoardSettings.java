package io.pipecast.codec.settings;

/**
 * Where the board serves.
 *
 * @param host address it listens on
 * @param port port it listens on
 * @param crmUrl link to a deal in the CRM with {@code {opportunityId}} in it, or empty
 */
public record BoardSettings(String host, int port, String crmUrl) {
    /** The link to a deal, or null when none is configured. */
    public String linkTo(String opportunityId) {
        String id =
                java.net.URLEncoder.encode(opportunityId, java.nio.charset.StandardCharsets.UTF_8);
        return crmUrl.isEmpty() ? null : crmUrl.replace("{opportunityId}", id);
    }
}
