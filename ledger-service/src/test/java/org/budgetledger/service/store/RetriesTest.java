package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is worth trying again, and what is not. */
class RetriesTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final MeterRegistry meters = new SimpleMeterRegistry();

    @Test
    void a_refusal_is_an_answer_and_is_not_tried_again() {
        var gateway = failing(1_000, new RefusedException(Refusal.budgetNotFound(new BudgetId(UUID.randomUUID()))));
        assertThatThrownBy(() -> gateway.sendAndWait("refused")).isInstanceOf(RefusedException.class);
        assertThat(tries).hasValue(1);
        assertThat(conflictsRetried()).isZero();
    }

    @Test
    void a_command_that_lost_the_race_for_its_stream_is_tried_again() {
        var gateway = failing(2, new ConcurrencyException("another writer was first"));
        assertThat(gateway.<String>sendAndWait("contended")).isEqualTo("done");
        assertThat(tries).hasValue(3);
        assertThat(conflictsRetried()).isEqualTo(2);
    }

    @Test
    void what_is_tried_again_for_another_reason_is_no_conflict() {
        var gateway = failing(1, new TransientDataAccessResourceException("the database is away"));
        assertThat(gateway.<String>sendAndWait("interrupted")).isEqualTo("done");
        assertThat(tries).hasValue(2);
        assertThat(conflictsRetried()).isZero();
    }

    @Test
    void a_race_that_was_lost_on_another_node_is_a_conflict_too() {
        var told = new TryAgain(new ConcurrencyException("another writer was first").toString());
        var gateway = failing(1, new CommandExecutionException("told by another node", null, told));
        assertThat(gateway.<String>sendAndWait("contended elsewhere")).isEqualTo("done");
        assertThat(conflictsRetried()).isEqualTo(1);
    }

    private double conflictsRetried() {
        return meters.get("ledger.conflicts.retried").counter().count();
    }

    @Test
    void a_command_whose_connection_was_cut_is_tried_again_for_the_stream_knows_what_became_of_it() {
        var gateway = failing(1, new DataAccessResourceFailureException("commit", new SQLException("cut", "08006")));
        assertThat(gateway.<String>sendAndWait("in doubt")).isEqualTo("done");
        assertThat(tries).hasValue(2);
    }

    @Test
    void nobody_waits_eight_times_for_a_database_that_is_away() {
        var gateway = failing(
                1_000, new CannotCreateTransactionException("none free", new SQLTransientConnectionException()));
        assertThatThrownBy(() -> gateway.sendAndWait("away")).isInstanceOf(CannotCreateTransactionException.class);
        assertThat(tries).hasValue(1);
    }

    private CommandGateway failing(int times, RuntimeException failure) {
        var bus = SimpleCommandBus.builder().build();
        bus.subscribe(String.class.getName(), message -> {
            if (tries.incrementAndGet() <= times) {
                throw failure;
            }
            return "done";
        });
        return new StoreConfiguration().commandGateway(bus, meters);
    }
}
