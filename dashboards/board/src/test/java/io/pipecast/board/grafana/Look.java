package io.pipecast.board.grafana;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The looks of all boards: a quantity has one colour wherever it is shown. The colours are those of
 * Okabe and Ito, apart for every kind of colour vision.
 */
final class Look {
    static final String MODEL = "#0072B2";
    static final String CLOSED = "#009E73";
    static final String COMMIT = "#E69F00";
    static final String OPEN = "#56B4E9";
    static final String WEIGHTED = "#CC79A7";
    static final String QUOTA = "#8E8E8E";
    static final String BAD = "#D55E00";
    static final String MIDDLE = "#F0E442";

    /** Money is in major units of the corporate currency; another one than USD is set here. */
    static final String MONEY = "currencyUSD";

    static final String SHARE = "percentunit";
    static final String COUNT = "none";
    static final String SECONDS = "s";
    static final String MILLIS = "ms";

    private Look() {}

    static Map<String, Object> fixed(String color) {
        return Json.of("mode", "fixed", "fixedColor", color);
    }

    /** One colour for every value. */
    static Map<String, Object> plain(String color) {
        return thresholds(color);
    }

    /** Colours from values on: a first colour, then value and colour by turns. */
    static Map<String, Object> thresholds(String first, Object... valuesAndColors) {
        List<Object> steps = new ArrayList<>();
        steps.add(Json.of("color", first, "value", null));
        for (int i = 0; i < valuesAndColors.length; i += 2) {
            steps.add(Json.of("color", valuesAndColors[i + 1], "value", valuesAndColors[i]));
        }
        return Json.of("mode", "absolute", "steps", steps);
    }

    /** Bad below 0.4, good from 0.7 on. */
    static Map<String, Object> chance() {
        return thresholds(BAD, 0.4, COMMIT, 0.7, CLOSED);
    }

    /** Bad below zero. */
    static Map<String, Object> change() {
        return thresholds(BAD, 0, CLOSED);
    }
}
