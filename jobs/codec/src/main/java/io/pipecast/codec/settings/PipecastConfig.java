package io.pipecast.codec.settings;

import io.pipecast.domain.settings.PipelineSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The checked content of {@code pipecast.yaml}.
 *
 * @param pipeline what the numbers depend on
 * @param kafka where the streams are
 * @param flink how the job runs
 * @param board where the board serves
 * @param yaml the text it was read from, from which {@link #parse} makes it again elsewhere
 */
public record PipecastConfig(
        PipelineSettings pipeline,
        KafkaSettings kafka,
        FlinkSettings flink,
        BoardSettings board,
        String yaml) {

    /** What holds where nothing is configured. */
    public static PipecastConfig defaults() {
        return parse("");
    }

    /**
     * Reads a file.
     *
     * @throws ConfigException naming every problem of it
     */
    public static PipecastConfig load(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new ConfigException(
                    List.of("configuration file must exist, was " + file + " which does not"));
        } catch (IOException e) {
            throw new ConfigException(
                    List.of("configuration file must be readable UTF-8 text, was " + file));
        }
    }

    /**
     * Reads YAML text.
     *
     * @throws ConfigException naming every problem of it
     */
    public static PipecastConfig parse(String yaml) {
        ConfigTree tree = new ConfigTree(yaml);
        PipelineSettings pipeline = PipelineReader.read(tree);
        KafkaSettings kafka =
                new KafkaSettings(
                        tree.get(RuntimeOptions.SERVERS),
                        tree.get(RuntimeOptions.PARTITIONS),
                        tree.get(RuntimeOptions.REPLICATION),
                        tree.get(RuntimeOptions.PREFIX),
                        tree.get(RuntimeOptions.PROPERTIES),
                        tree.get(RuntimeOptions.CONSUMER),
                        tree.get(RuntimeOptions.PRODUCER));
        FlinkSettings flink =
                new FlinkSettings(
                        tree.get(RuntimeOptions.PARALLELISM),
                        tree.get(RuntimeOptions.CHECKPOINTS),
                        tree.get(RuntimeOptions.CHECKPOINT_DIR),
                        tree.get(RuntimeOptions.STATE_BACKEND),
                        tree.get(RuntimeOptions.DELIVERY),
                        tree.get(RuntimeOptions.FLUSH),
                        tree.get(RuntimeOptions.FLINK_METRICS));
        BoardSettings board = board(tree);
        if (!tree.problems.isEmpty()) {
            throw new ConfigException(tree.problems);
        }
        return new PipecastConfig(pipeline, kafka, flink, board, yaml);
    }

    private static BoardSettings board(ConfigTree tree) {
        AlertmanagerSettings alertmanager =
                new AlertmanagerSettings(
                        tree.get(RuntimeOptions.ALERTMANAGER),
                        tree.get(RuntimeOptions.BOARD_URL),
                        tree.get(RuntimeOptions.RESEND),
                        tree.get(RuntimeOptions.LIFETIME),
                        tree.get(RuntimeOptions.POST_TIMEOUT));
        String host = tree.get(RuntimeOptions.HOST);
        BoardSettings board =
                new BoardSettings(
                        host,
                        tree.get(RuntimeOptions.PORT),
                        tree.get(RuntimeOptions.CRM_URL),
                        tree.get(RuntimeOptions.DAY_START),
                        tree.get(RuntimeOptions.DAY_END),
                        tree.get(RuntimeOptions.QUIET_HOURS),
                        alertmanager,
                        AccessOptions.read(tree, host),
                        new CallSettings(
                                tree.get(AccessOptions.CALL_DAY),
                                tree.get(AccessOptions.CALL_HOUR)),
                        tree.get(AccessOptions.AUDIT_LOG));
        if (board.dayStartHour() >= board.dayEndHour()) {
            tree.problems.add(
                    "board.dayStartHour must be before board.dayEndHour, was "
                            + board.dayStartHour()
                            + " and "
                            + board.dayEndHour());
        }
        if (alertmanager.lifetime().compareTo(alertmanager.resend().multipliedBy(2)) < 0) {
            tree.problems.add(
                    "board.alertmanager.lifetime must be at least twice board.alertmanager.resend,"
                            + " was "
                            + alertmanager.lifetime()
                            + " and "
                            + alertmanager.resend());
        }
        return board;
    }

    /** Every option's value by key, secrets by a fingerprint: what may be written down. */
    public Map<String, String> listing() {
        return ConfigListing.of(new ConfigTree(yaml));
    }

    /** The same configuration, its fiscal periods counted from another first day. */
    public PipecastConfig withAnchor(LocalDate anchor) {
        return parse(ConfigTree.with(yaml, Options.CALENDAR_ANCHOR, anchor.toString()));
    }
}
