package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.commandhandling.gateway.DefaultCommandGateway;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.budgetledger.api.BudgetId;
import org.budgetledger.api.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.TransactionSystemException;

/** What may be sent again as it is, and what must not be called so. */
class PassingFailuresTest {
    @Test
    void a_lost_race_passes_wherever_it_was_lost_and_whatever_it_is_wrapped_in() {
        var lost = new ConcurrencyException("another writer was first");

        assertThat(PassingFailures.include(lost)).isTrue();
        assertThat(PassingFailures.include(new CompletionException(lost))).isTrue();
        assertThat(PassingFailures.include(
                        new CommandExecutionException("told by another node", null, new TryAgain("lost"))))
                .isTrue();
    }

    @Test
    void a_store_that_is_away_passes() {
        assertThat(PassingFailures.include(Status.UNAVAILABLE.asRuntimeException()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "08001", "57P01", "57P03", "53100", "53300", "55P03", "57014", "25P03", "25006", "40P01"
            })
    void what_a_database_says_that_is_away_full_or_too_slow_passes(String state) {
        assertThat(PassingFailures.include(new EventStoreException("not stored", new SQLException("why", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "23514", "22003", "42P01", "42501", "XX001"})
    void what_a_database_says_of_what_was_asked_does_not_pass(String state) {
        assertThat(PassingFailures.include(new EventStoreException("not stored", new SQLException("why", state))))
                .isFalse();
    }

    @Test
    void a_connection_that_was_taken_away_passes() {
        assertThat(PassingFailures.include(
                        new TransactionSystemException("rollback failed", new SQLException("Connection is closed"))))
                .isTrue();
        assertThat(PassingFailures.include(
                        new EventStoreException("not read", new SQLException("Connection is closed"))))
                .isTrue();
    }

    @Test
    void refusals_and_faults_do_not_pass() {
        assertThat(PassingFailures.include(
                        new RefusedException(Refusal.budgetNotFound(new BudgetId(UUID.randomUUID())))))
                .isFalse();
        assertThat(PassingFailures.include(new IllegalStateException("a fault")))
                .isFalse();
        assertThat(PassingFailures.include(new CommandExecutionException("a fault elsewhere", null)))
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = Status.Code.class,
            names = {"INTERNAL", "INVALID_ARGUMENT", "PERMISSION_DENIED", "OUT_OF_RANGE"})
    void what_the_server_says_without_its_code_for_a_lost_race_does_not_pass_unless_it_is_away(Status.Code code) {
        // Without trailers an Axon Server has not said that it was a race.
        assertThat(PassingFailures.include(code.toStatus().asRuntimeException()))
                .isFalse();
    }

    @Test
    void a_node_tells_in_the_details_that_a_failure_passes_and_leaves_refusals_as_they_are() {
        var refusal = Refusal.budgetNotFound(new BudgetId(UUID.randomUUID()));

        assertThat(detailsOf(new ConcurrencyException("another writer was first")))
                .isInstanceOf(TryAgain.class);
        assertThat(detailsOf(new RefusedException(refusal))).isEqualTo(refusal);
    }

    private static Object detailsOf(RuntimeException failure) {
        var bus = new TellingCommandBus(SimpleCommandBus.builder().build());
        bus.subscribe(String.class.getName(), _ -> {
            throw failure;
        });
        try {
            DefaultCommandGateway.builder()
                    .commandBus(bus)
                    .build()
                    .sendAndWait(GenericCommandMessage.asCommandMessage("command"));
            throw new AssertionError("it should have failed");
        } catch (CommandExecutionException e) {
            return e.getDetails().orElseThrow();
        }
    }
}
