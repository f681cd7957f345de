package io.pipecast.e2e.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A JVM of its own: bounded heap, output in a file, ended by its handle. */
final class JavaProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long LOOK_MILLIS = 100;
    private static final int TAIL_LINES = 40;

    private final String name;
    private final Path log;
    private final Process process;

    private JavaProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a JVM.
     *
     * @param name what it is called in messages, and its log file
     * @param directory where it runs and writes its log
     * @param heap largest heap, such as 256m
     * @param classPath what it runs on
     * @param environment variables it gets besides those of this process
     * @param command main class and arguments
     */
    static JavaProcess start(
            String name,
            Path directory,
            String heap,
            List<Path> classPath,
            Map<String, String> environment,
            List<String> command)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(ProcessHandle.current().info().command().orElse("java"));
        line.add("-Xmx" + heap);
        line.add("-XX:+UseSerialGC");
        line.add("-XX:TieredStopAtLevel=1");
        line.add("-Djava.io.tmpdir=" + directory);
        line.add("-Dlog4j2.level=WARN");
        for (String opened : List.of("util", "lang", "time", "net")) {
            line.add("--add-opens=java.base/java." + opened + "=ALL-UNNAMED");
        }
        line.add("-cp");
        line.add(String.join(":", classPath.stream().map(Path::toString).toList()));
        line.addAll(command);
        Path log = directory.resolve(name + ".log");
        ProcessBuilder builder = new ProcessBuilder(line).directory(directory.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        return new JavaProcess(name, log, builder.start());
    }

    /**
     * Looks again and again until something is so.
     *
     * @param what what is waited for, in words
     * @throws AssertionError with the end of the log when it is not so in time, or the process ends
     */
    void awaitThat(String what, Duration atMost, BooleanSupplier holds)
            throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!holds.getAsBoolean()) {
            if (process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(name + " ended before " + what + "\n" + tail());
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError(what + " took longer than " + atMost + "\n" + tail());
            }
        }
    }

    /** Waits for the process to end by itself; its output. */
    String awaitEnd(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError(name + " took longer than " + atMost + "\n" + tail());
        }
        if (process.exitValue() != 0) {
            throw new AssertionError(name + " ended with " + process.exitValue() + "\n" + tail());
        }
        return output();
    }

    /** All it has written so far. */
    String output() {
        try {
            return Files.readString(log, StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "no output: " + e.getMessage();
        }
    }

    /** The last lines of its output. */
    String tail() {
        List<String> lines = output().lines().toList();
        return String.join(
                "\n", lines.subList(Math.max(0, lines.size() - TAIL_LINES), lines.size()));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly().waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }
}
