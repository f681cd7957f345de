package io.pipecast.app.demo;

import io.pipecast.codec.settings.Topic;

/**
 * A record on its way to an input topic.
 *
 * @param topic where it goes
 * @param key record key
 * @param at when it is sent, epoch milliseconds of the company's time
 * @param value the wire bytes
 */
record Message(Topic topic, String key, long at, byte[] value) {}
