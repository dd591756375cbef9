package org.budgetledger.service.run;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How runs are worked through: {@code ledger.run.*}.
 *
 * @param workers budgets at a time, from 1 to {@link #MAX_WORKERS}; as many as there are processors when left out
 * @param leaseSeconds for how long a node that says nothing more still counts as working
 */
@ConfigurationProperties("ledger.run")
public record RunSettings(
        @Nullable Integer workers, @Nullable Integer leaseSeconds) {
    /** A run must leave room for people at their desks. */
    public static final int MAX_WORKERS = 4;

    private static final int LEASE_SECONDS = 30;

    public RunSettings {
        if (workers != null && (workers < 1 || workers > MAX_WORKERS)) {
            throw new IllegalArgumentException(
                    "ledger.run.workers must be from 1 to " + MAX_WORKERS + ", not " + workers);
        }
        if (leaseSeconds != null && (leaseSeconds < 2 || leaseSeconds > 50)) {
            throw new IllegalArgumentException("ledger.run.lease-seconds must be from 2 to 50, not " + leaseSeconds);
        }
    }

    int workersAtOnce() {
        return workers == null ? Math.min(MAX_WORKERS, Runtime.getRuntime().availableProcessors()) : workers;
    }

    int lease() {
        return leaseSeconds == null ? LEASE_SECONDS : leaseSeconds;
    }
}
