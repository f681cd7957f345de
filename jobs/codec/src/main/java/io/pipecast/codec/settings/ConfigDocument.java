package io.pipecast.codec.settings;

import java.util.List;

/** The commented {@code pipecast.yaml}: every option with its default, sentence and rule. */
public final class ConfigDocument {
    private static final int WIDTH = 100;
    private static final List<String> SELF_EVIDENT =
            List.of(Kind.truth().rule(), Kind.text().rule());

    private ConfigDocument() {}

    /** The whole file. */
    public static String render() {
        StringBuilder out = new StringBuilder();
        out.append("# Every option of Pipecast with its default. Made from the option table:\n");
        out.append(
                "# mvn -pl jobs/codec -am test -Dtest=ConfigDocumentTest -Dpipecast.update=true\n");
        List<String> open = List.of();
        for (Option<?> option : Options.all()) {
            List<String> path = List.of(option.key().split("\\.", -1));
            List<String> groups = path.subList(0, path.size() - 1);
            boolean gap = groups.isEmpty() || open.isEmpty() || !groups.get(0).equals(open.get(0));
            out.append(gap ? "\n" : "");
            headings(out, groups, open);
            option(out, option, path.get(path.size() - 1), "  ".repeat(groups.size()));
            open = groups;
        }
        return out.toString();
    }

    private static void headings(StringBuilder out, List<String> groups, List<String> open) {
        int shared = 0;
        while (shared < Math.min(groups.size(), open.size())
                && groups.get(shared).equals(open.get(shared))) {
            shared++;
        }
        for (int i = shared; i < groups.size(); i++) {
            out.append("  ".repeat(i)).append(groups.get(i)).append(":\n");
        }
    }

    private static void option(StringBuilder out, Option<?> option, String name, String indent) {
        String rule = option.kind().rule();
        boolean plain = SELF_EVIDENT.contains(rule);
        comment(out, option.sentence() + (plain ? "" : " It " + rule + "."), indent);
        out.append(indent).append(name).append(':');
        if (!option.fallback().startsWith("- ")) {
            out.append(' ').append(option.fallback()).append('\n');
            return;
        }
        out.append('\n');
        option.fallback().lines().forEach(l -> out.append(indent + "  ").append(l).append('\n'));
    }

    private static void comment(StringBuilder out, String text, String indent) {
        StringBuilder line = new StringBuilder(indent).append('#');
        for (String word : text.split(" ")) {
            if (line.length() + 1 + word.length() > WIDTH) {
                out.append(line).append('\n');
                line = new StringBuilder(indent).append('#');
            }
            line.append(' ').append(word);
        }
        out.append(line).append('\n');
    }
}
