package io.pipecast.codec.avro;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.util.Utf8;

/**
 * Reads the fields of a message in the order of its schema: the counterpart of {@link WireWriter}.
 * Reusable, not thread-safe. Bytes that cannot be such a message end in an {@link IOException} or a
 * runtime exception of Avro's, never in a large allocation.
 */
public final class WireReader {
    /** What is read for an absent number. */
    public static final long MISSING = Long.MIN_VALUE;

    private static final int LONGEST_BLOCK = 1 << 16;

    private final TextCache cache = new TextCache();
    private final Utf8 scratch = new Utf8();
    private BinaryDecoder in;

    /** Points the reader behind the header of a message. */
    public WireReader over(byte[] message) {
        return over(message, WireSchema.HEADER);
    }

    /** Points the reader at a datum. */
    public WireReader over(byte[] bytes, int offset) {
        in = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, in);
        return this;
    }

    /** Whether everything was read. */
    public boolean atEnd() throws IOException {
        return in.isEnd();
    }

    /** A required text. */
    public String text() throws IOException {
        return in.readString(scratch).toString();
    }

    /** A required text that recurs: read into a shared string. */
    public String word() throws IOException {
        Utf8 utf8 = in.readString(scratch);
        return cache.of(utf8.getBytes(), utf8.getByteLength());
    }

    /** A required long. */
    public long number() throws IOException {
        return in.readLong();
    }

    /** A required int. */
    public int integer() throws IOException {
        return in.readInt();
    }

    /** A required double. */
    public double real() throws IOException {
        return in.readDouble();
    }

    /** A required boolean. */
    public boolean truth() throws IOException {
        return in.readBoolean();
    }

    /** A required enum whose symbols are in declaration order. */
    public <E> E symbol(E[] values) throws IOException {
        int index = in.readEnum();
        if (index < 0 || index >= values.length) {
            throw new IOException("no symbol has index " + index);
        }
        return values[index];
    }

    /** Required bytes. */
    public byte[] bytes() throws IOException {
        var buffer = in.readBytes(null);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }

    /** Whether an optional value follows. */
    public boolean present() throws IOException {
        int branch = in.readIndex();
        if (branch != 0 && branch != 1) {
            throw new IOException("an optional field has branch 0 or 1, was " + branch);
        }
        return branch == 1;
    }

    /** A text or null. */
    public String optionalText() throws IOException {
        return present() ? text() : null;
    }

    /** A recurring text or null. */
    public String optionalWord() throws IOException {
        return present() ? word() : null;
    }

    /** A long or {@link #MISSING}. */
    public long optionalNumber() throws IOException {
        return present() ? number() : MISSING;
    }

    /** A long or null. */
    public Long optionalLong() throws IOException {
        return present() ? (Long) number() : null;
    }

    /** An int or null. */
    public Integer optionalInt() throws IOException {
        return present() ? (Integer) integer() : null;
    }

    /** An int or {@link #MISSING}. */
    public long optionalInteger() throws IOException {
        return present() ? integer() : MISSING;
    }

    /** A double or NaN. */
    public double optionalReal() throws IOException {
        return present() ? real() : Double.NaN;
    }

    /** An enum or null. */
    public <E> E optionalSymbol(E[] values) throws IOException {
        return present() ? symbol(values) : null;
    }

    /** Reads one element of an array or map. */
    public interface Element {
        void read() throws IOException;
    }

    /** Reads all blocks of an array or map. */
    public void each(Element element) throws IOException {
        long total = 0;
        for (long n = in.readArrayStart(); n > 0; n = in.arrayNext()) {
            total += n;
            if (total > LONGEST_BLOCK) {
                throw new IOException("an array has at most " + LONGEST_BLOCK + " elements");
            }
            for (long i = 0; i < n; i++) {
                element.read();
            }
        }
    }

    /** An array of texts. */
    public List<String> texts() throws IOException {
        List<String> values = new ArrayList<>(2);
        each(() -> values.add(word()));
        return values;
    }

    /** A map of longs by name. */
    public Map<String, Long> numbers() throws IOException {
        Map<String, Long> values = new TreeMap<>();
        each(() -> values.put(word(), number()));
        return values;
    }

    /** A map of doubles by name. */
    public Map<String, Double> reals() throws IOException {
        Map<String, Double> values = new TreeMap<>();
        each(() -> values.put(word(), real()));
        return values;
    }
}
