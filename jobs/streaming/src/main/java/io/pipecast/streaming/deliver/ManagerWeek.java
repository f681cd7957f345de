package io.pipecast.streaming.deliver;

/**
 * How many alerts a manager was told of in a week.
 *
 * @param manager node id
 * @param monday epoch day the week begins on
 * @param used deliveries
 */
public record ManagerWeek(String manager, int monday, int used) {}
