package io.pipecast.connect.emission;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names a record by its content: the same record of the same source has the same name. */
final class RowHash {
    private static final int ID_BYTES = 10;

    private final MessageDigest sha;
    private final byte[] source;
    private byte[] digest;

    RowHash(String source) {
        this.source = (source + '\n').getBytes(StandardCharsets.UTF_8);
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Takes a record in. */
    void of(String raw) {
        sha.update(source);
        digest = sha.digest(raw.getBytes(StandardCharsets.UTF_8));
    }

    /** 80 bits of the hash as hexadecimal text. */
    String id() {
        return HexFormat.of().formatHex(digest, 0, ID_BYTES);
    }

    /** 64 bits of the hash, by which repetitions are found. */
    long bits() {
        return ByteBuffer.wrap(digest).getLong();
    }
}
