package io.pipecast.codec.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A configuration as it may be written down: every option, secrets by a fingerprint. */
final class ConfigListing {
    private static final int FINGERPRINT_BYTES = 4;

    /** What may hold passwords and keys. */
    private static final Set<String> SECRET =
            Set.of(
                    RuntimeOptions.PROPERTIES.key(),
                    RuntimeOptions.CONSUMER.key(),
                    RuntimeOptions.PRODUCER.key(),
                    AccessOptions.PSEUDONYM_KEY.key());

    private ConfigListing() {}

    /** Value by key, in the order of the keys. */
    static Map<String, String> of(ConfigTree tree) {
        Map<String, String> listing = new TreeMap<>();
        for (Option<?> option : Options.all()) {
            listing.put(option.key(), told(option, tree.node(option)));
        }
        return listing;
    }

    private static String told(Option<?> option, JsonNode node) {
        if (option.equals(AccessOptions.USERS)) {
            return users(node);
        }
        String text = node.isValueNode() ? node.asText() : node.toString();
        boolean empty = text.isEmpty() || text.equals("{}");
        return SECRET.contains(option.key()) && !empty ? "hidden " + fingerprint(text) : text;
    }

    private static String users(JsonNode list) {
        List<String> users = new ArrayList<>();
        for (JsonNode user : list) {
            users.add(
                    user.path("name").asText()
                            + " "
                            + user.path("role").asText()
                            + " "
                            + user.path("user").asText("")
                            + " (tokens "
                            + fingerprint(user.path("tokens").toString())
                            + ")");
        }
        return String.join("; ", users);
    }

    private static String fingerprint(String secret) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, FINGERPRINT_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
