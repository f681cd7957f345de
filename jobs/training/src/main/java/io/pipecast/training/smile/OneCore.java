package io.pipecast.training.smile;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;

/**
 * Runs Smile on a pool of one thread: its parallel streams add floating numbers in an order that
 * depends on the number of cores otherwise, and the same facts must give the same bytes anywhere.
 */
final class OneCore {
    private OneCore() {}

    static <T> T call(Callable<T> work) {
        ForkJoinPool pool = new ForkJoinPool(1);
        try {
            return pool.submit(work).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while fitting", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("fitting failed: " + e.getCause(), e);
        } finally {
            pool.shutdown();
        }
    }
}
