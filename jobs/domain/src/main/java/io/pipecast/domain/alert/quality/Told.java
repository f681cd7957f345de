package io.pipecast.domain.alert.quality;

/**
 * An alert as a manager got to know of it. Instants are epoch milliseconds.
 *
 * @param opportunityId the deal
 * @param rule its name
 * @param at when it was told
 * @param until when it ended, Long.MAX_VALUE while alive
 * @param manager node id
 * @param rank how pressing it was
 * @param delivered false for what was listed in the digest only
 * @param acknowledged whether somebody took note
 * @param notUseful whether somebody called it not useful
 */
public record Told(
        String opportunityId,
        String rule,
        long at,
        long until,
        String manager,
        double rank,
        boolean delivered,
        boolean acknowledged,
        boolean notUseful) {}
