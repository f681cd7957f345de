package io.pipecast.training.fit;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Rows to learn one way to end from: where few end, all that do and only some of those that stayed
 * open, which say nearly the same. Odds learned from them are too high by the share left out, for
 * which the intercept makes up (case-control sampling; Prentice and Pyke 1979).
 *
 * @param rows positions among the rows of a span
 * @param offset to add to what a model of these rows says
 */
@SuppressWarnings("ArrayRecordComponent") // plain data that nobody compares
record CaseControl(int[] rows, double offset) {
    /** Rows that stayed open for one that ended. */
    private static final int CONTROLS = 4;

    private static final int LEAST_CONTROLS = 3000;

    /** At most about {@code most} rows of a span that stayed open or ended one way. */
    static CaseControl of(SpanRows span, int way, int most) {
        int[] all = span.against(way);
        int step = (int) ((all.length + (long) most - 1) / most);
        int[] cases = every(step, all, span, way);
        int[] open = every(step, all, span, SpanRows.OPEN);
        int wanted = Math.max(LEAST_CONTROLS, CONTROLS * cases.length);
        int controlStep = Math.max(1, open.length / wanted);
        int[] controls = every(controlStep, open, span, SpanRows.OPEN);
        int[] rows =
                IntStream.concat(Arrays.stream(cases), Arrays.stream(controls)).sorted().toArray();
        return new CaseControl(rows, Math.log((double) controls.length / open.length));
    }

    private static int[] every(int step, int[] rows, SpanRows span, int what) {
        int[] those = Arrays.stream(rows).filter(i -> span.became[i] == what).toArray();
        return IntStream.range(0, (those.length + step - 1) / step)
                .map(i -> those[i * step])
                .toArray();
    }
}
