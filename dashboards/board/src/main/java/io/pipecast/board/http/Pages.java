package io.pipecast.board.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The pages: one shell, filled with the title and the module that draws the page. */
final class Pages {
    private final String shell;
    private final String company;

    Pages(String company) {
        this.shell = resource("/board/shell.html");
        this.company = company;
    }

    Handler page(String module, String title) {
        String html = filled(module, title);
        return context -> show(context, html);
    }

    private static void show(Context context, String html) {
        context.html(html).header("Cache-Control", "no-cache");
    }

    private String filled(String module, String title) {
        String html = shell;
        Map<String, String> values =
                Map.of("module", module, "title", title, "company", escaped(company));
        for (Map.Entry<String, String> value : values.entrySet()) {
            html = html.replace("{{" + value.getKey() + "}}", value.getValue());
        }
        return html.replace("data-nav=\"" + module + "\"", "aria-current=\"page\"");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String path) {
        try (InputStream in = Pages.class.getResourceAsStream(path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
