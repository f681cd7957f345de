package io.pipecast.codec.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON under way, as the bytes of its UTF-8: millions of rows are written, and a text between them
 * and the file would be copied twice. Reusable, not thread-safe.
 */
public final class JsonText {
    private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();
    private static final int LONGEST_NUMBER = 20;

    private byte[] bytes;
    private int length;

    /** Nothing yet. */
    public JsonText() {
        this(512);
    }

    /** Nothing yet, with room for some bytes. */
    public JsonText(int room) {
        bytes = new byte[room];
    }

    /** Begins anew. */
    public void clear() {
        length = 0;
    }

    /** Bytes so far. */
    public int length() {
        return length;
    }

    /** A copy of the bytes so far. */
    public byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    /** Writes the bytes so far. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** The text so far. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }

    /** Appends a character of ASCII. */
    public JsonText append(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    /** Appends text that is ASCII and needs no escaping. */
    @SuppressWarnings("deprecation") // what is wrong of it for other text is right for ASCII
    public JsonText append(String ascii) {
        int n = ascii.length();
        room(n);
        ascii.getBytes(0, n, bytes, length);
        length += n;
        return this;
    }

    /** Appends bytes of UTF-8 as they are. */
    public JsonText append(byte[] utf8) {
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, length, utf8.length);
        length += utf8.length;
        return this;
    }

    /** Appends a whole number. */
    public JsonText append(long value) {
        if (value == Long.MIN_VALUE) {
            return append(Long.toString(value));
        }
        room(LONGEST_NUMBER);
        long left = Math.abs(value);
        if (value < 0) {
            bytes[length++] = '-';
        }
        int digits = digits(left);
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + left % 10);
            left /= 10;
        }
        length += digits;
        return this;
    }

    private static int digits(long value) {
        int digits = 1;
        for (long left = value; left >= 10; left /= 10) {
            digits++;
        }
        return digits;
    }

    /** Appends any text as a JSON string, with its quotes. */
    public JsonText quote(String text) {
        int n = text.length();
        room(3 * n + 2);
        int start = length;
        bytes[length++] = '"';
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c < 0x20 || c == '"' || c == '\\' || Character.isSurrogate(c)) {
                length = start;
                return escaped(text);
            }
            put(c);
        }
        bytes[length++] = '"';
        return this;
    }

    private void put(char c) {
        if (c < 0x80) {
            bytes[length++] = (byte) c;
        } else if (c < 0x800) {
            bytes[length++] = (byte) (0xC0 | c >> 6);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        } else {
            bytes[length++] = (byte) (0xE0 | c >> 12);
            bytes[length++] = (byte) (0x80 | c >> 6 & 0x3F);
            bytes[length++] = (byte) (0x80 | c & 0x3F);
        }
    }

    private JsonText escaped(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 16).append('"');
        ENCODER.quoteAsString(text, quoted);
        return append(quoted.append('"').toString().getBytes(StandardCharsets.UTF_8));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
        }
    }
}
