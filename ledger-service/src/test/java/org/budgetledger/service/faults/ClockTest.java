package org.budgetledger.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.tokenstore.AbstractTokenEntry;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.store.DatabaseClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clock steps back an hour, or one of two nodes is an hour behind: what is recorded never goes back (R1), nor does what was known (R26). */
class ClockTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final FaultyDatabase database = FaultyDatabase.shared();
    private final LedgerClient officer = database.officer();
    private final LedgerClient elsewhere = database.as(database.second(), "ALLOCATOR");

    @BeforeEach
    @AfterEach
    void by_the_machines_clock() {
        database.wire().mend();
        database.ledger().resetClock();
        database.second().resetClock();
    }

    @Test
    void a_step_back_takes_no_instant_with_it_and_no_answer_about_the_past() {
        at(-120);
        var budget = officer.openBudgetWith(100_000);
        at(0);
        assertThat(recordedAt(Spends.spend(officer, budget, 1_000))).isEqualTo(NOON);
        assertThat(database.balance(officer, budget)).isEqualTo(99_000);
        var known = balanceKnownAt(NOON.minus(30, ChronoUnit.MINUTES), budget);
        assertThat(known.number("balancePence")).isEqualTo(100_000);

        at(-60);
        assertThat(recordedAt(Spends.spend(officer, budget, 2_000))).isEqualTo(NOON);
        assertThat(database.balance(officer, budget)).isEqualTo(97_000);
        // It is not noon yet, so nobody can say what will be known by then.
        assertThat(balanceKnownAt(NOON, budget).status()).isEqualTo(400);

        at(60);
        assertThat(recordedAt(Spends.spend(officer, budget, 4_000))).isEqualTo(NOON.plus(1, ChronoUnit.HOURS));
        assertThat(database.balance(officer, budget)).isEqualTo(93_000);
        assertThat(balanceKnownAt(NOON.minus(30, ChronoUnit.MINUTES), budget).body())
                .isEqualTo(known.body());
        assertThat(balanceKnownAt(NOON, budget).number("balancePence")).isEqualTo(97_000);
        database.chainIsWhole(officer, budget, 5);
    }

    @Test
    void two_nodes_an_hour_apart_write_one_budget_as_if_they_were_not() {
        at(0);
        database.second().setClock(NOON.minus(1, ChronoUnit.HOURS));
        var budget = elsewhere.openBudgetWith(100_000);
        var instants = new ArrayList<Instant>();

        for (var i = 0; i < 3; i++) {
            instants.add(recordedAt(Spends.spend(elsewhere, budget, 1_000)));
            instants.add(recordedAt(Spends.spend(officer, budget, 1_000)));
        }

        assertThat(instants).isEqualTo(List.of(NOON.minus(1, ChronoUnit.HOURS), NOON, NOON, NOON, NOON, NOON));
        for (var client : List.of(officer, elsewhere)) {
            assertThat(database.balance(client, budget)).isEqualTo(94_000);
            database.chainIsWhole(client, budget, 8);
        }
        assertThat(balanceKnownAt(NOON.minus(1, ChronoUnit.MINUTES), budget).number("balancePence"))
                .isEqualTo(99_000);
    }

    /** Whether another node's claim is still good is not asked of the machines' clocks, which may differ. */
    @Test
    void claims_on_projections_are_by_the_clock_of_the_database() {
        assertThat(AbstractTokenEntry.clock).isInstanceOf(DatabaseClock.class);
    }

    private void at(long minutes) {
        database.ledger().setClock(NOON.plus(minutes, ChronoUnit.MINUTES));
    }

    private LedgerClient.Answer balanceKnownAt(Instant known, String budget) {
        return Patience.untilNotBusy(
                () -> officer.get("/v1/budgets/" + budget + "/balance?effectiveOn=2026-03-02&knownAt=" + known));
    }

    private static Instant recordedAt(LedgerClient.Answer answer) {
        return Instant.parse(answer.accepted().text("recordedAt"));
    }
}
