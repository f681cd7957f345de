package io.pipecast.codec.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.pipecast.codec.control.Call;
import io.pipecast.codec.event.EventJson;
import io.pipecast.codec.json.JsonText;
import io.pipecast.codec.settings.PipecastConfig;
import io.pipecast.domain.organization.Tree;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CallJsonTest {
    private static final Call CALL =
            new Call(
                    "c-1",
                    Tree.REPORTING,
                    "ann",
                    "2026-Q1",
                    5_000_00,
                    Call.NONE,
                    "sure",
                    1_768_000_000_000L,
                    "ann");

    private final JsonInputDecoder decoder =
            new JsonInputDecoder(PipecastConfig.defaults().pipeline());

    private Input decode(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        return decoder.decode(bytes, 0, bytes.length, "events.jsonl", 7);
    }

    @Test
    void aLineSaysWhatWasSubmitted() {
        JsonText line = new JsonText();
        EventJson.append(CALL, line);
        assertThat(decode(line.toString()).call()).isEqualTo(CALL);
    }

    @Test
    void theMessageOfALineIsThatOfTheControlTopic() {
        JsonText line = new JsonText();
        EventJson.append(CALL, line);
        byte[] message = decoder.message(decode(line.toString()));
        InputDecoder wire = new InputDecoder(PipecastConfig.defaults().pipeline());
        assertThat(wire.decode(message, "pipecast.control-0", 0, 0).call()).isEqualTo(CALL);
    }

    @Test
    void whatACallMustSayIsNamed() {
        String start =
                "{\"type\":\"call\",\"callId\":\"c\",\"node\":\"ann\",\"period\":\"2026-Q1\"";
        assertThat(decode(start + ",\"tree\":\"REPORTING\"}").rejection().detail())
                .isEqualTo("submittedAt must be given, was missing");
        assertThat(decode(start + ",\"tree\":\"OAK\"}").rejection().field()).isEqualTo("tree");
        String whole = start + ",\"tree\":\"REPORTING\",\"submittedAt\":\"2026-01-19T09:00:00Z\"";
        assertThat(decode(whole + ",\"commit\":-1}").rejection().field()).isEqualTo("commit");
        assertThat(decode(whole + "}").call().actor()).isEqualTo("ann");
    }
}
