package io.pipecast.domain.forecast;

import io.pipecast.domain.forecast.Explanation.Reason;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reasons in words a rep understands. The words are in one list, {@code reasons.txt}, a line for
 * each feature a model looks at.
 */
public final class ReasonText {
    /** What a reason is compared with. */
    public enum Against {
        /** What is usual in the stage among deals that went on to be won. */
        WON_DEALS("won deals at this stage"),
        /** The deal itself, seven days before. */
        LAST_WEEK("a week ago");

        private final String words;

        Against(String words) {
            this.words = words;
        }
    }

    private static final String OF_TYPE = " of type ";

    /** Stands in the list for the name of an activity type. */
    private static final String TYPE = "{type}";

    private static final Map<String, Line> LINES = read();

    /** A line of the list. */
    private record Line(ReasonStyle style, String text, String other) {}

    private ReasonText() {}

    /**
     * The reason as half a sentence, such as "no buyer reply for 12 days; won deals at this stage:
     * 3"; the bare name of a feature there are no words for.
     */
    public static String of(Reason reason, Against against) {
        String key = key(reason.feature());
        Line line = LINES.get(key);
        if (line == null) {
            return reason.feature();
        }
        String type = reason.feature().substring(key.length()).trim();
        String text = line.text.replace(TYPE, type);
        String other = line.other.replace(TYPE, type);
        String said = line.style.said(reason.value(), reason.norm(), text, other);
        String compared = line.style.compared(reason.norm(), text, other);
        return compared.isEmpty() ? said : said + "; " + against.words + ": " + compared;
    }

    /** The name under which the list has a feature: that of an activity type is left out. */
    public static String key(String feature) {
        int at = feature.indexOf(OF_TYPE);
        return at < 0 ? feature : feature.substring(0, at + OF_TYPE.length() - 1);
    }

    /** Names of the features there are words for. */
    public static Set<String> features() {
        return Set.copyOf(LINES.keySet());
    }

    private static Map<String, Line> read() {
        Map<String, Line> lines = new HashMap<>();
        for (String text : texts()) {
            if (!text.isBlank() && !text.startsWith("#")) {
                String[] parts = text.split(" \\| ");
                ReasonStyle style = ReasonStyle.valueOf(parts[1].toUpperCase(Locale.ROOT));
                lines.put(parts[0], new Line(style, parts[2], parts.length > 3 ? parts[3] : ""));
            }
        }
        return lines;
    }

    private static List<String> texts() {
        try (BufferedReader in =
                new BufferedReader(
                        new InputStreamReader(
                                ReasonText.class.getResourceAsStream("reasons.txt"),
                                StandardCharsets.UTF_8))) {
            return in.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read reasons.txt", e);
        }
    }
}
