package io.pipecast.domain.alert;

import io.pipecast.domain.deal.DealView;

/**
 * An instant in the life of a deal's alerts.
 *
 * @param deal as of the instant
 * @param at epoch milliseconds
 * @param context in force
 * @param statements where what is found is stated
 */
record Moment(DealView deal, long at, AlertContext context, Statements statements) {}
