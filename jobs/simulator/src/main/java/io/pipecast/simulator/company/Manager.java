package io.pipecast.simulator.company;

/**
 * A first-line manager.
 *
 * @param id user id
 * @param name display name
 * @param superior user id of the vice president
 * @param region region of the team
 */
public record Manager(String id, String name, String superior, Region region) {}
