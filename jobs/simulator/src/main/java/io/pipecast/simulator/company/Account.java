package io.pipecast.simulator.company;

/**
 * A buyer.
 *
 * @param id account id
 * @param name display name
 * @param region where it buys
 */
public record Account(String id, String name, Region region) {}
