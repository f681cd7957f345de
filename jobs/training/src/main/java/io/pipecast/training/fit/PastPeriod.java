package io.pipecast.training.fit;

import java.util.List;

/**
 * A past period as the model known at its start had it, and what came.
 *
 * @param landings the midnights of its first two thirds at which something was still expected
 * @param wonBy when it was expected to be won
 */
record PastPeriod(List<PastLanding> landings, WonBy wonBy) {}
