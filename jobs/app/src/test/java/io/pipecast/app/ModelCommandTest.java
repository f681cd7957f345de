package io.pipecast.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.testkit.Ports;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code pipecast model} says before it reaches a broker; the rest needs one. */
class ModelCommandTest {
    @TempDir private Path work;
    private final StringWriter err = new StringWriter();

    @Test
    void refusesAFileThatIsNoModelBeforeAnythingIsWritten() throws IOException {
        Path file = Files.writeString(work.resolve("model.avro"), "no model");

        assertThat(model("publish", file.toString())).isEqualTo(Pipecast.USER_ERROR);
        assertOneLine("FILE " + file + ": model document is not readable");
    }

    @Test
    void refusesAMissingFile() {
        assertThat(model("shadow", work.resolve("none.avro").toString()))
                .isEqualTo(Pipecast.USER_ERROR);
        assertOneLine("FILE must be a readable file, was");
    }

    @Test
    void aShadowIsSetOrEnded() {
        assertThat(model("shadow")).isEqualTo(Pipecast.USER_ERROR);
        assertOneLine("shadow must be given FILE or --end, was given neither");
    }

    @Test
    void saysWhichBrokerDoesNotAnswer() throws IOException {
        String servers = "127.0.0.1:" + Ports.free();

        assertThat(model("list", "--bootstrap-servers", servers)).isEqualTo(Pipecast.USER_ERROR);
        assertOneLine("kafka.bootstrapServers must be a reachable broker, was " + servers);
    }

    private int model(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "model";
        System.arraycopy(args, 0, all, 1, args.length);
        return Pipecast.commandLine().setErr(new PrintWriter(err)).execute(all);
    }

    private void assertOneLine(String text) {
        assertThat(err.toString().lines()).singleElement().asString().contains(text);
    }
}
