package io.pipecast.app.demo;

import java.nio.file.Path;

/**
 * What a demo plays.
 *
 * @param port port of the board
 * @param speed 1 for a working day a wall minute
 * @param seed seed of the simulated company
 * @param browser whether to open the board in a browser
 * @param alertmanager address of an Alertmanager that gets the deal alerts, or null
 * @param metricsPort port of Flink's own metrics, or 0 for none but the configured
 * @param events events to play instead, or null
 * @param config configuration that fits them, or null
 */
public record DemoPlan(
        int port,
        double speed,
        long seed,
        boolean browser,
        String alertmanager,
        int metricsPort,
        Path events,
        Path config) {}
