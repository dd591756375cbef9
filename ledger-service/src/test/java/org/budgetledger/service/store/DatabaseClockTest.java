package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The clock that all nodes have in common, whatever those of their machines say. */
class DatabaseClockTest {
    private static final Instant NOON = Instant.parse("2025-05-06T12:00:00Z");

    private final AtomicLong nanos = new AtomicLong();
    private volatile Supplier<Instant> database = () -> NOON;

    @Test
    void it_says_what_the_database_said_and_counts_on_from_there() {
        try (var clock = clock()) {
            assertThat(clock.instant()).isEqualTo(NOON);
            pass(Duration.ofSeconds(3));
            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(3));
        }
    }

    @Test
    void it_goes_with_the_database_where_that_steps() {
        try (var clock = clock()) {
            database = () -> NOON.minusSeconds(3_600);
            clock.askAgain();
            assertThat(clock.instant()).isEqualTo(NOON.minusSeconds(3_600));
        }
    }

    @Test
    void it_goes_on_while_the_database_is_away() {
        try (var clock = clock()) {
            database = () -> {
                throw new IllegalStateException("the database is away");
            };
            pass(Duration.ofSeconds(20));
            clock.askAgain();
            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(20));
        }
    }

    @Test
    void half_of_the_way_there_and_back_is_taken_off() {
        database = () -> {
            pass(Duration.ofMillis(200));
            return NOON;
        };
        try (var clock = clock()) {
            assertThat(clock.instant()).isEqualTo(NOON.plusMillis(100));
        }
    }

    @Test
    void an_answer_that_was_long_on_the_way_says_nothing() {
        try (var clock = clock()) {
            database = () -> {
                pass(Duration.ofSeconds(5));
                return NOON.plusSeconds(5);
            };
            clock.askAgain();
            assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(5));
        }
    }

    private DatabaseClock clock() {
        return new DatabaseClock(() -> database.get(), nanos::get);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
