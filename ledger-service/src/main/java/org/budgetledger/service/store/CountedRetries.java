package org.budgetledger.service.store;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.gateway.RetryScheduler;

/** Counts the commands that are decided again because another writer was first at their stream. */
final class CountedRetries implements RetryScheduler {
    private final RetryScheduler retries;
    private final Counter conflicts;

    CountedRetries(RetryScheduler retries, MeterRegistry meters) {
        this.retries = retries;
        this.conflicts = Counter.builder("ledger.conflicts.retried")
                .description("Commands that this node decided again after a lost race: take the sum().")
                .register(meters);
    }

    @Override
    @SuppressWarnings("rawtypes")
    public boolean scheduleRetry(
            CommandMessage command,
            RuntimeException lastFailure,
            List<Class<? extends Throwable>[]> failures,
            Runnable dispatch) {
        var again = retries.scheduleRetry(command, lastFailure, failures, dispatch);
        if (again && PassingFailures.lostRace(lastFailure)) {
            conflicts.increment();
        }
        return again;
    }
}
