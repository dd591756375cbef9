package org.budgetledger.service.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.service.LedgerClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A transaction has numbered an event and is stuck, while others number theirs after it and are stored: no view waits for it,
 * and none leaves its event out when it comes at last. Only where very many numbers are missing do views wait.
 */
class InFlightTest {
    /** More than Axon waits for. */
    private static final int LATER_EVENTS = 10_200;

    /** Far more than every event at hand could remember. */
    private static final int NUMBERS = 50_000;

    private static final int LARGEST_TOKEN_BYTES = 20_000;

    private final FaultyDatabase database = FaultyDatabase.shared();

    @BeforeEach
    @AfterEach
    void mend() {
        database.wire().mend();
        database.second().resetClock();
    }

    @Test
    void what_is_stored_behind_ten_thousand_others_and_a_restart_reaches_every_view() throws Exception {
        var elsewhere = database.as(database.second(), "ALLOCATOR");
        var late = elsewhere.openBudgetWith(100_000);
        var held = database.wire().holdNext();
        var stuck = CompletableFuture.supplyAsync(() -> Spends.spend(elsewhere, late, 500));
        held.await();
        try {
            var officer = database.officer();
            spendOften(officer, officer.openBudgetWith(LATER_EVENTS));
            var others = IntStream.range(0, 6)
                    .mapToObj(_ -> officer.openBudgetWith(123))
                    .toList();
            assertThat(others).allMatch(other -> database.balance(officer, other) == 123);
            allHaveReadOn();

            // What is still to come is among what the projections know of where they stand, and outlives them.
            assertThat(gaps()).isPositive();
            database.ledger().restart();
            var later = database.officer();
            assertThat(database.balance(later, later.openBudgetWith(456))).isEqualTo(456);
        } finally {
            held.release();
        }

        assertThat(stuck.get(60, TimeUnit.SECONDS).accepted().number("version")).isEqualTo(3);
        assertThat(database.balance(database.officer(), late)).isEqualTo(99_500);
        assertThat(database.balance(elsewhere, late)).isEqualTo(99_500);
        gapsAreGivenUp();
    }

    @Test
    void numbers_that_come_to_nothing_hold_views_up_for_a_moment_and_are_not_remembered() {
        var officer = database.officer();
        var budget = officer.openBudgetWith(100_000);
        drawNumbers();
        Spends.spend(officer, budget, 500).accepted();
        assertThat(database.balance(officer, budget)).isEqualTo(99_500);
        assertThat(tokens()).allMatch(token -> token.length() < LARGEST_TOKEN_BYTES);
    }

    @Test
    void while_one_is_in_flight_more_missing_numbers_than_can_be_remembered_hold_views_up_and_lose_nothing()
            throws Exception {
        var elsewhere = database.as(database.second(), "ALLOCATOR");
        var late = elsewhere.openBudgetWith(100_000);
        var officer = database.officer();
        var budget = officer.openBudgetWith(100_000);
        var held = database.wire().holdNext();
        var stuck = CompletableFuture.supplyAsync(() -> Spends.spend(elsewhere, late, 500));
        held.await();
        try {
            drawNumbers();
            Spends.spend(officer, budget, 500).accepted();
        } finally {
            held.release();
        }

        stuck.get(60, TimeUnit.SECONDS).accepted();
        assertThat(database.balance(officer, budget)).isEqualTo(99_500);
        assertThat(database.balance(officer, late)).isEqualTo(99_500);
        assertThat(database.balance(elsewhere, late)).isEqualTo(99_500);
        assertThat(tokens()).allMatch(token -> token.length() < LARGEST_TOKEN_BYTES);
    }

    @Test
    void events_of_a_node_whose_clock_is_behind_do_not_make_others_be_left_out() throws Exception {
        var officer = database.officer();
        var late = officer.openBudgetWith(100_000);
        var elsewhere = database.as(database.second(), "ALLOCATOR");
        var held = database.wire().holdNext();
        var stuck = CompletableFuture.supplyAsync(() -> Spends.spend(officer, late, 500));
        held.await();
        try {
            database.second().setClock(Instant.now().minus(1, ChronoUnit.HOURS));
            assertThat(database.balance(officer, elsewhere.openBudgetWith(123))).isEqualTo(123);
            allHaveReadOn();
        } finally {
            held.release();
        }

        stuck.get(60, TimeUnit.SECONDS).accepted();
        assertThat(database.balance(officer, late)).isEqualTo(99_500);
    }

    private void drawNumbers() {
        database.inside()
                .sql("SELECT count(nextval('domainevententry_globalindex_seq')) FROM generate_series(1, ?)")
                .param(NUMBERS)
                .query(Long.class)
                .single();
    }

    private static void spendOften(LedgerClient officer, String budget) {
        for (var sent = 0; sent < LATER_EVENTS; ) {
            var count = Math.min(LATER_EVENTS - sent, 10_000);
            var commands = IntStream.range(0, count)
                    .mapToObj(_ -> """
                            {"commandId": "%s", "post": "/v1/budgets/%s/spends", "body": {"stream": "SOCIAL_CARE",
                             "amountPence": 1, "evidence": {"kind": "MANUAL_ENTRY", "reference": "receipt 1"}}}""".formatted(UUID.randomUUID(), budget))
                    .collect(Collectors.joining(",", "{\"commands\": [", "]}"));
            assertThat(officer.post("/v1/batches", commands).number("accepted")).isEqualTo(count);
            sent += count;
        }
    }

    /** They stay only until the projections next have something to read, some seconds later. */
    private void gapsAreGivenUp() {
        var officer = database.officer();
        LedgerClient.eventually(() -> {
            officer.openBudgetWith(1);
            return gaps() == 0;
        });
    }

    /** Not only the node that knows at once, and not only the part of each projection that had something to do. */
    private void allHaveReadOn() {
        LedgerClient.eventually(() -> {
            var end = database.inside()
                    .sql("SELECT max(globalIndex) FROM DomainEventEntry")
                    .query(Long.class)
                    .single();
            return Stream.of(database.ledger(), database.second())
                    .map(node -> node.bean(org.axonframework.config.Configuration.class)
                            .eventProcessingConfiguration())
                    .flatMap(node -> Stream.of(Projection.BUDGETS, Projection.AUDIT)
                            .map(projection -> node.eventProcessor(projection.group(), StreamingEventProcessor.class)
                                    .orElseThrow()))
                    .flatMap(processor -> processor.processingStatus().values().stream())
                    .allMatch(segment -> segment.getCurrentPosition().orElse(-1) >= end);
        });
    }

    /** How many numbers the projection that waits for the most still waits for. */
    private long gaps() {
        return tokens().map(token -> token.replaceFirst(".*\"gaps\":\\[([^]]*)].*", "$1"))
                .mapToLong(gaps -> gaps.isEmpty() ? 0 : gaps.split(",").length)
                .max()
                .orElse(0);
    }

    /** Of the projections that every event is for. */
    private Stream<String> tokens() {
        return database
                .inside()
                .sql("SELECT token FROM TokenEntry WHERE token IS NOT NULL AND processorName IN ('budgets', 'audit')")
                .query(byte[].class)
                .list()
                .stream()
                .map(token -> new String(token, StandardCharsets.UTF_8));
    }
}
