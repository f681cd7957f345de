package io.pipecast.e2e.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.pipecast.app.Pipecast;
import io.pipecast.codec.modelfile.ModelFile;
import io.pipecast.codec.settings.PipecastConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractStringAssert;
import picocli.CommandLine;

/** {@code pipecast model}, typed by somebody. */
final class ModelShell {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path work;
    private final PipecastConfig config;

    ModelShell(Path work, PipecastConfig config) throws IOException {
        this.work = work;
        this.config = config;
        Files.writeString(work.resolve("pipecast.yaml"), config.yaml());
    }

    /** Writes a document; the version of its model. */
    String write(String name, byte[] document) throws IOException {
        Files.write(work.resolve(name), document);
        return ModelFile.read(document, config.pipeline().stages(), config.pipeline().currency())
                .model()
                .version();
    }

    /** Runs a subcommand, expecting an exit code; what it printed. Names in avro are files here. */
    AbstractStringAssert<?> run(int expected, String... args) {
        StringWriter said = new StringWriter();
        CommandLine line = Pipecast.commandLine();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        List<String> all = new ArrayList<>(List.of("model", "--config"));
        all.add(work.resolve("pipecast.yaml").toString());
        for (String arg : args) {
            all.add(arg.endsWith(".avro") ? work.resolve(arg).toString() : arg);
        }
        int code = line.execute(all.toArray(new String[0]));
        assertThat(code).as("exit code of %s, which said%n%s", all, said).isEqualTo(expected);
        return assertThat(said.toString());
    }

    /** Waits until the list has a publication in a state, with a remark. */
    void awaitInList(long sequence, String state, String remark) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                run(0, "list")
                                        .matches(
                                                "(?s).*\n%d +\\S+ +%s .*%s.*"
                                                        .formatted(sequence, state, remark)));
    }
}
