package io.pipecast.e2e.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Same facts, same numbers: on a real log of 162,768 events. */
class ReplayLawsIT {
    /** A minute within the lateness: a fact exactly as late as allowed may find itself settled. */
    private static final long WITHIN_THE_HOUR = 59 * 60_000;

    private static final List<String> FILES =
            List.of(
                    "snapshots.jsonl",
                    "alerts.jsonl",
                    "deal-forecasts.jsonl",
                    "pipeline-forecasts.jsonl");

    @TempDir private Path directory;

    @Test
    void disorderRepetitionAndParallelismChangeNoByteOfWhatIsStated() throws Exception {
        ImportedLog log = ImportedLog.of("loan-applications", "events.jsonl.gz", directory);
        Path expected = log.replay(2, directory.resolve("ordered"));
        for (String file : FILES) {
            assertThat(expected.resolve(file)).isNotEmptyFile();
        }

        ImportedLog disordered =
                log.disordered(1, WITHIN_THE_HOUR, 0.01, directory.resolve("disordered.jsonl"));
        for (int parallelism : List.of(1, 2, 4)) {
            Path actual = disordered.replay(parallelism, directory.resolve("p" + parallelism));
            assertEqual(actual, expected);
        }
    }

    private static void assertEqual(Path actual, Path expected) throws IOException {
        for (String file : FILES) {
            long differs = Files.mismatch(actual.resolve(file), expected.resolve(file));
            assertThat(differs).as("first byte that differs in %s", file).isEqualTo(-1);
        }
    }
}
