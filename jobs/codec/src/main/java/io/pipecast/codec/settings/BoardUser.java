package io.pipecast.codec.settings;

import java.util.List;

/**
 * Somebody who may sign in to the board.
 *
 * @param name shown, and written down as the actor of what they do; different for every user
 * @param role what they may see
 * @param user id in the organization, or null where the role has no place in it
 * @param tokens hashes of the tokens they sign in with, any of them
 */
public record BoardUser(String name, BoardRole role, String user, List<TokenHash> tokens) {}
