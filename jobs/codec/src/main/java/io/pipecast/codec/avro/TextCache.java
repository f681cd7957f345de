package io.pipecast.codec.avro;

import java.nio.charset.StandardCharsets;

/**
 * Shares the strings that recur in a stream (stages, owners, currencies), so that millions of
 * records do not allocate one each. Bounded: a direct-mapped table in which a newer string
 * displaces an older one. Not thread-safe.
 */
public final class TextCache {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST = 48;

    private final String[] slots = new String[SLOTS];

    /** The string of characters. */
    public String of(char[] text, int from, int length) {
        if (length > LONGEST) {
            return new String(text, from, length);
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + text[from + i];
        }
        int slot = slot(hash);
        String known = slots[slot];
        if (known == null || !equal(known, text, from, length)) {
            known = new String(text, from, length);
            slots[slot] = known;
        }
        return known;
    }

    /** The string of UTF-8 bytes. */
    public String of(byte[] utf8, int length) {
        if (length > LONGEST) {
            return new String(utf8, 0, length, StandardCharsets.UTF_8);
        }
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + utf8[i];
        }
        int slot = slot(hash);
        String known = slots[slot];
        if (known == null || !equal(known, utf8, length)) {
            known = new String(utf8, 0, length, StandardCharsets.UTF_8);
            slots[slot] = known;
        }
        return known;
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 15) & (SLOTS - 1);
    }

    private static boolean equal(String known, char[] text, int from, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != text[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** Equality for ASCII; other text compares unequal and is decoded anew. */
    private static boolean equal(String known, byte[] utf8, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (utf8[i] < 0 || known.charAt(i) != utf8[i]) {
                return false;
            }
        }
        return true;
    }
}
