package io.pipecast.training.report;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.pipecast.training.backtest.BacktestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A backtest as one HTML page that loads nothing: style, script and figures are within. */
public final class BacktestPage {
    private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String[] SCRIPTS = {"base.js", "periods.js", "deals.js", "main.js"};

    private BacktestPage() {}

    /** The page. */
    public static String of(BacktestResult result) {
        ObjectNode tree = BacktestJson.tree(result);
        StringBuilder script = new StringBuilder();
        for (String part : SCRIPTS) {
            script.append(resource(part));
        }
        Map<String, String> content =
                Map.of(
                        "title", text("Backtest · " + result.company()),
                        "sentence", text(Verdict.of(result).sentence()),
                        "css", resource("page.css"),
                        "script", script.toString(),
                        // no text of the figures may end the element they stand in
                        "json", tree.toString().replace("<", "\\u003c"));
        return PLACE.matcher(resource("page.html"))
                .replaceAll(place -> Matcher.quoteReplacement(content.get(place.group(1))));
    }

    private static String text(String plain) {
        return plain.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String resource(String name) {
        try (InputStream in = BacktestPage.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
