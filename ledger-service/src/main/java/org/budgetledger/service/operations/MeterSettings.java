package org.budgetledger.service.operations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How meters are kept: {@code ledger.meters.*}.
 *
 * @param everySeconds how often those that take a query are worked out; every {@link #EVERY_SECONDS} when left out
 */
@ConfigurationProperties("ledger.meters")
public record MeterSettings(@Nullable Integer everySeconds) {
    private static final int EVERY_SECONDS = 30;

    public MeterSettings {
        if (everySeconds != null && everySeconds < 1) {
            throw new IllegalArgumentException("ledger.meters.every-seconds must be 1 or more, not " + everySeconds);
        }
    }

    int every() {
        return everySeconds == null ? EVERY_SECONDS : everySeconds;
    }
}
