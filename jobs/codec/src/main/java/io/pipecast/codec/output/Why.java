package io.pipecast.codec.output;

import io.pipecast.codec.avro.WireReader;
import io.pipecast.codec.avro.WireWriter;
import io.pipecast.codec.json.JsonLine;
import io.pipecast.domain.forecast.Explanation;
import io.pipecast.domain.forecast.Explanation.Reason;
import io.pipecast.domain.forecast.Explanation.Shift;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a deal's chance is made of, on the wire and as JSON. */
final class Why {
    private static final int MICROS = 6;

    private Why() {}

    static WireWriter write(WireWriter out, Explanation why) {
        if (!out.present(why != null)) {
            return out;
        }
        write(out.integer(why.norm()), why.reasons()).integer(why.rest());
        Shift shift = why.lastWeek();
        if (out.present(shift != null)) {
            write(out.integer(shift.chance()), shift.reasons()).integer(shift.rest());
        }
        return out;
    }

    private static WireWriter write(WireWriter out, List<Reason> reasons) {
        out.block(reasons.size());
        for (Reason r : reasons) {
            out.text(r.kind()).text(r.feature()).optionalReal(r.value()).optionalReal(r.norm());
            out.integer(r.weight());
        }
        return out.end();
    }

    static Explanation read(WireReader in) throws IOException {
        if (!in.present()) {
            return null;
        }
        int norm = in.integer();
        List<Reason> reasons = reasons(in);
        int rest = in.integer();
        Shift shift = in.present() ? new Shift(in.integer(), reasons(in), in.integer()) : null;
        return new Explanation(norm, reasons, rest, shift);
    }

    private static List<Reason> reasons(WireReader in) throws IOException {
        List<Reason> reasons = new ArrayList<>();
        in.each(
                () ->
                        reasons.add(
                                new Reason(
                                        in.word(),
                                        in.word(),
                                        in.optionalReal(),
                                        in.optionalReal(),
                                        in.integer())));
        return reasons;
    }

    /** Appends the field {@code why}, or nothing where there is no explanation. */
    static void append(JsonLine line, Explanation why) {
        if (why == null) {
            return;
        }
        line.name("why").open().decimal("norm", why.norm(), MICROS);
        append(line, why.reasons()).decimal("rest", why.rest(), MICROS);
        Shift shift = why.lastWeek();
        if (shift != null) {
            line.name("lastWeek").open().decimal("chance", shift.chance(), MICROS);
            append(line, shift.reasons()).decimal("rest", shift.rest(), MICROS).close();
        }
        line.close();
    }

    private static JsonLine append(JsonLine line, List<Reason> reasons) {
        line.openArray("reasons");
        for (Reason r : reasons) {
            line.open().text("kind", r.kind()).text("feature", r.feature());
            line.measured("value", r.value()).measured("norm", r.norm());
            line.decimal("weight", r.weight(), MICROS).close();
        }
        return line.closeArray();
    }
}
