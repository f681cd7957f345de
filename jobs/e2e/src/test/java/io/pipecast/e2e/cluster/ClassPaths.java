package io.pipecast.e2e.cluster;

import io.pipecast.testkit.RealData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** What the processes of the test run on: jars as the build packed them. */
final class ClassPaths {
    private static final Path LIB = RealData.projectRoot().resolve("jobs/app/target/lib");
    private static final Path JOB = RealData.projectRoot().resolve("jobs/streaming/target");

    /** What a Flink distribution does not bring: the job jar must have it. */
    private static final List<String> NOT_IN_FLINK =
            List.of(
                    "pipecast-",
                    "kafka",
                    "avro-",
                    "jackson-",
                    "flink-connector-kafka",
                    "flink-connector-base");

    private ClassPaths() {}

    /** The shaded job jar; skips the calling test in a build that does not make it. */
    static Path jobJar() throws IOException {
        List<Path> found =
                jars(JOB).stream().filter(jar -> jar.toString().endsWith("-job.jar")).toList();
        if (found.isEmpty() || jars(LIB).isEmpty()) {
            String reason = "skipped: no job jar in " + JOB + ", which mvn package makes";
            System.err.println(reason);
            Assumptions.abort(reason);
        }
        return found.get(0);
    }

    /** The command line's jars and the classes of these tests. */
    static List<Path> broker() throws IOException {
        List<Path> all = new ArrayList<>(jars(LIB));
        all.add(RealData.projectRoot().resolve("jobs/e2e/target/test-classes"));
        return all;
    }

    /** Flink alone, without Pipecast, Kafka's client or any other library of the job. */
    static List<Path> flink() throws IOException {
        return jars(LIB).stream().filter(ClassPaths::belongsToFlink).toList();
    }

    private static boolean belongsToFlink(Path jar) {
        String name = jar.getFileName().toString();
        return NOT_IN_FLINK.stream().noneMatch(name::startsWith);
    }

    private static List<Path> jars(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
