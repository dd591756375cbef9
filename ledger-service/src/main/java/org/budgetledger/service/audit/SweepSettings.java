package org.budgetledger.service.audit;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How the chains are swept: {@code ledger.chain-sweep.*}.
 *
 * @param everyHours from the beginning of one sweep to that of the next; once a day when left out; 0 for none but those asked for
 * @param eventsPerSecond how fast at most, on all nodes together; {@link #EVENTS_PER_SECOND} when left out. A sweep that somebody
 *     asks for is not held back
 */
@ConfigurationProperties("ledger.chain-sweep")
public record SweepSettings(
        @Nullable Integer everyHours, @Nullable Integer eventsPerSecond) {
    private static final int EVERY_HOURS = 24;

    /** 86 million a day, three times the ten years of the largest council, for less than a tenth of a processor. */
    private static final int EVENTS_PER_SECOND = 1_000;

    public SweepSettings {
        if (everyHours != null && everyHours < 0) {
            throw new IllegalArgumentException("ledger.chain-sweep.every-hours must be 0 or more, not " + everyHours);
        }
        if (eventsPerSecond != null && eventsPerSecond < 1) {
            throw new IllegalArgumentException(
                    "ledger.chain-sweep.events-per-second must be 1 or more, not " + eventsPerSecond);
        }
    }

    boolean byItself() {
        return hours() > 0;
    }

    Duration every() {
        return Duration.ofHours(hours());
    }

    /** How long so many events should take. */
    Duration timeFor(long events) {
        return Duration.ofMillis(events * 1_000 / (eventsPerSecond == null ? EVENTS_PER_SECOND : eventsPerSecond));
    }

    private int hours() {
        return everyHours == null ? EVERY_HOURS : everyHours;
    }
}
