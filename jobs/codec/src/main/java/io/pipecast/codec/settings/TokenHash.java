package io.pipecast.codec.settings;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A sign-in token as it stands in the configuration: {@code sha256:salt:hash}, SHA-256 over salt
 * and token, in hexadecimal digits. A token is 32 random bytes and is never chosen by a person, so
 * a hash that is quick to compute gives nothing away; the form of tokens sees to it that no other
 * text is ever one.
 */
public final class TokenHash {
    /** What a hash looks like. */
    public static final String PATTERN = "sha256:[0-9a-f]{32}:[0-9a-f]{64}";

    private static final Pattern TOKEN = Pattern.compile("pipecast-[A-Za-z0-9_-]{43}");
    private static final int TOKEN_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final HexFormat HEX = HexFormat.of();

    private final byte[] salt;
    private final byte[] hash;

    private TokenHash(byte[] salt, byte[] hash) {
        this.salt = salt;
        this.hash = hash;
    }

    /** A new token. */
    public static String newToken(SecureRandom random) {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        return "pipecast-" + Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /** The hash of a token under a new salt. */
    public static TokenHash of(String token, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return new TokenHash(salt, digest(salt, token));
    }

    /**
     * A hash as it is written.
     *
     * @throws IllegalArgumentException unless the text matches {@link #PATTERN}
     */
    public static TokenHash parse(String text) {
        if (!text.matches(PATTERN)) {
            throw new IllegalArgumentException("a hash must match " + PATTERN);
        }
        String[] parts = text.split(":", -1);
        return new TokenHash(HEX.parseHex(parts[1]), HEX.parseHex(parts[2]));
    }

    /** Whether this is the hash of a token; takes as long whatever the answer is. */
    public boolean isOf(String token) {
        boolean wellFormed = TOKEN.matcher(token).matches();
        return MessageDigest.isEqual(hash, digest(salt, token)) && wellFormed;
    }

    private static byte[] digest(byte[] salt, String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(salt);
            return sha.digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TokenHash that && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return Objects.hash(toString());
    }

    @Override
    public String toString() {
        return "sha256:" + HEX.formatHex(salt) + ":" + HEX.formatHex(hash);
    }
}
