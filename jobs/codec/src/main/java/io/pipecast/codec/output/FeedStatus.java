package io.pipecast.codec.output;

/**
 * How far a source feed has come; an upsert by source.
 *
 * @param source feed name
 * @param lastEventAt newest fact time applied, epoch milliseconds
 * @param events readable events taken in
 * @param rejected records refused
 * @param asOf clock at which this was written, epoch milliseconds
 */
public record FeedStatus(String source, long lastEventAt, long events, long rejected, long asOf) {}
