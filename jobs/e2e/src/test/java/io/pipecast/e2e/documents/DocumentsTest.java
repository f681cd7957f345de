package io.pipecast.e2e.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.app.Pipecast;
import io.pipecast.codec.settings.Topic;
import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the documents say exists. */
class DocumentsTest {
    private static final Path ROOT = RealData.projectRoot();
    private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)[^)]*\\)");
    private static final Pattern CALL = Pattern.compile("(?m)^(?:\\./)?pipecast ([^#\n]+)");
    private static final Pattern OPTION = Pattern.compile("(?<=\\s)--[a-z-]+");

    @Test
    void linksLeadToFilesOfTheProject() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path document : documents()) {
            for (String target : found(LINK, Files.readString(document))) {
                if (!Files.exists(document.resolveSibling(target))) {
                    broken.add(ROOT.relativize(document) + " → " + target);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void commandsAndOptionsAreThoseOfThePrograms() throws IOException {
        CommandLine pipecast = new CommandLine(new Pipecast());
        List<String> unknown = new ArrayList<>();
        List<String> calls = new ArrayList<>();
        for (Path document : documents()) {
            calls.addAll(found(CALL, Files.readString(document).replace("\\\n", " ")));
        }
        for (String call : calls) {
            CommandLine command = pipecast.getSubcommands().get(call.split(" ", -1)[0]);
            if (command == null) {
                unknown.add(call);
            } else {
                CommandLine meant = subcommand(command, call);
                Stream<String> options = OPTION.matcher(call).results().map(MatchResult::group);
                options.filter(option -> meant.getCommandSpec().findOption(option) == null)
                        .forEach(option -> unknown.add(option + " in " + call));
            }
        }
        assertThat(calls).hasSizeGreaterThan(15);
        assertThat(unknown).isEmpty();
    }

    @Test
    void theReadmeExplainsEveryStreamAndCommand() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));

        assertThat(Arrays.stream(Topic.values()).map(topic -> "| `" + topic.id + "` |"))
                .allSatisfy(row -> assertThat(readme).contains(row));
        assertThat(new CommandLine(new Pipecast()).getSubcommands().keySet())
                .allSatisfy(command -> assertThat(readme).contains("./pipecast " + command));
    }

    /** The subcommand of a command that a call names, or the command itself. */
    private static CommandLine subcommand(CommandLine command, String call) {
        String[] words = call.split(" ", -1);
        CommandLine named = words.length < 2 ? null : command.getSubcommands().get(words[1]);
        return named == null ? command : named;
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(result -> result.group(1)).toList();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .filter(file -> !ROOT.relativize(file).toString().matches("(.*/)?target/.*"))
                    .sorted()
                    .toList();
        }
    }
}
