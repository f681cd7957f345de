package io.pipecast.board.views;

/**
 * One recent change of a deal.
 *
 * @param at epoch milliseconds
 * @param opportunityId the deal
 * @param dealName or null
 * @param owner user id or null
 * @param territory territory id or null
 * @param field what changed, a {@link io.pipecast.domain.deal.DealField} name
 * @param from value before as text, or null where it is not known
 * @param to value after as text
 * @param currency of amounts, or null
 */
public record Move(
        long at,
        String opportunityId,
        String dealName,
        String owner,
        String territory,
        String field,
        String from,
        String to,
        String currency) {}
