package io.pipecast.domain.deal;

/**
 * A readable input event of one deal: the facts it states. All facts of an event share time, order
 * key and event hash.
 *
 * @param opportunityId CRM id of the deal
 * @param source feed the event came from, for freshness; never null
 * @param facts at least one
 */
public record DealEvent(String opportunityId, String source, Fact[] facts) {
    /** Fact time of the event, epoch milliseconds. */
    public long time() {
        return facts[0].time;
    }

    /**
     * 64-bit FNV-1a of an event id with a final mix: the identity by which repetitions are
     * recognised within a deal.
     */
    public static long hash(String eventId) {
        long h = 0xcbf29ce484222325L;
        for (int i = 0; i < eventId.length(); i++) {
            h = (h ^ eventId.charAt(i)) * 0x100000001b3L;
        }
        h ^= h >>> 32;
        h *= 0xd6e8feb86659fd93L;
        return h ^ (h >>> 32);
    }
}
