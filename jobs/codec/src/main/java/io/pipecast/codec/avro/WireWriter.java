package io.pipecast.codec.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes the fields of one message in the order of its schema. Optional fields are unions of null
 * and a type, null first.
 */
public final class WireWriter {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    private final BinaryEncoder out = EncoderFactory.get().directBinaryEncoder(bytes, null);

    /** Starts a message of a schema. */
    public WireWriter(WireSchema schema) {
        bytes.writeBytes(schema.header());
    }

    /** The finished message. */
    public byte[] finish() {
        return bytes.toByteArray();
    }

    /** A required text. */
    public WireWriter text(String value) {
        return step(() -> out.writeString(value));
    }

    /** A required long, timestamp or the like. */
    public WireWriter number(long value) {
        return step(() -> out.writeLong(value));
    }

    /** A required int or date. */
    public WireWriter integer(int value) {
        return step(() -> out.writeInt(value));
    }

    /** A required double. */
    public WireWriter real(double value) {
        return step(() -> out.writeDouble(value));
    }

    /** A required boolean. */
    public WireWriter truth(boolean value) {
        return step(() -> out.writeBoolean(value));
    }

    /** A required enum; the schema's symbols are in declaration order, which a test holds. */
    @SuppressWarnings("EnumOrdinal")
    public WireWriter symbol(Enum<?> value) {
        return step(() -> out.writeEnum(value.ordinal()));
    }

    /** Required bytes. */
    public WireWriter bytes(byte[] value) {
        return step(() -> out.writeBytes(value));
    }

    /** A text or null. */
    public WireWriter optionalText(String value) {
        return present(value != null) ? text(value) : this;
    }

    /** A long or null. */
    public WireWriter optionalNumber(Long value) {
        return present(value != null) ? number(value) : this;
    }

    /** A long, null when it is {@code missing}. */
    public WireWriter optionalNumber(long value, long missing) {
        return present(value != missing) ? number(value) : this;
    }

    /** An int or null. */
    public WireWriter optionalInteger(Integer value) {
        return present(value != null) ? integer(value) : this;
    }

    /** An int, null when it is {@code missing}. */
    public WireWriter optionalInteger(long value, long missing) {
        return present(value != missing) ? integer((int) value) : this;
    }

    /** A double, null when it is NaN. */
    public WireWriter optionalReal(double value) {
        return present(!Double.isNaN(value)) ? real(value) : this;
    }

    /** An enum or null. */
    public WireWriter optionalSymbol(Enum<?> value) {
        return present(value != null) ? symbol(value) : this;
    }

    /** Whether an optional value follows. */
    public boolean present(boolean isPresent) {
        step(() -> out.writeIndex(isPresent ? 1 : 0));
        return isPresent;
    }

    /** Starts an array or map of a size; end it with {@link #end}. */
    public WireWriter block(int size) {
        return size == 0 ? this : number(size);
    }

    /** Ends an array or map. */
    public WireWriter end() {
        return number(0);
    }

    /** An array of texts. */
    public WireWriter texts(List<String> values) {
        block(values.size());
        values.forEach(this::text);
        return end();
    }

    /** A map of longs, in the map's order. */
    public WireWriter numbers(Map<String, Long> values) {
        block(values.size());
        values.forEach((name, value) -> text(name).number(value));
        return end();
    }

    /** A map of doubles by name. */
    public WireWriter reals(Map<String, Double> values) {
        block(values.size());
        values.forEach((name, value) -> text(name).real(value));
        return end();
    }

    private interface Write {
        void run() throws IOException;
    }

    private WireWriter step(Write write) {
        try {
            write.run();
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be written", e);
        }
    }
}
