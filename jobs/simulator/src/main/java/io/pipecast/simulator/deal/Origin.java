package io.pipecast.simulator.deal;

import io.pipecast.simulator.company.Account;

/**
 * What a deal is from its first day to its last.
 *
 * @param id opportunity id
 * @param kind kind of business
 * @param account the buyer
 * @param product what it is about
 * @param currency currency of its amounts
 * @param quality hidden: how well the offer fits the need; normal(0, 1) less a little for large
 *     deals
 * @param worth hidden: what the buyer would pay without discount, minor units of the currency
 * @param zombie hidden: will never be decided
 * @param createdDay epoch day of creation
 */
record Origin(
        String id,
        Kind kind,
        Account account,
        String product,
        String currency,
        double quality,
        long worth,
        boolean zombie,
        int createdDay) {}
