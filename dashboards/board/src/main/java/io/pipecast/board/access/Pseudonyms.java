package io.pipecast.board.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Names that stay the same and say nothing: HMAC-SHA-256 of an id under a secret key. */
final class Pseudonyms {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 5;

    private final byte[] key;
    private final Map<String, String> made = new ConcurrentHashMap<>();

    Pseudonyms(String key) {
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    String of(String id) {
        return made.computeIfAbsent(id, this::make);
    }

    private String make(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] hash = mac.doFinal(id.getBytes(StandardCharsets.UTF_8));
            return "rep-" + HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
