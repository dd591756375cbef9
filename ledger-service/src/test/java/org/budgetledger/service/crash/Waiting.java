package org.budgetledger.service.crash;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** Waiting, for a while or for something. */
final class Waiting {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Waiting() {}

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Waits until something holds, and tells how long that took. Fails where it does not in time. */
    static Duration until(String what, Duration within, BooleanSupplier holds) {
        var since = Instant.now();
        while (!holds.getAsBoolean()) {
            if (since.plus(within).isBefore(Instant.now())) {
                throw new AssertionError("not within " + within + ": " + what);
            }
            pause(BETWEEN_LOOKS);
        }
        return since(since);
    }

    /** How long ago something was, in whole milliseconds. */
    static Duration since(Instant instant) {
        return Duration.ofMillis(Duration.between(instant, Instant.now()).toMillis());
    }
}
