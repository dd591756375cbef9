package org.budgetledger.service.process;

import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waiting for processes to end. */
final class Ending {
    private Ending() {}

    /** Waits until all have ended. Fails where one does not in time. */
    static void await(Collection<ProcessHandle> processes, Duration within) {
        var all = CompletableFuture.allOf(
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new));
        try {
            all.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while processes end", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("still running after " + within + ": " + processes, e);
        }
    }
}
