package org.budgetledger.service.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.budgetledger.service.LedgerClient;
import org.budgetledger.service.RunningLedger;
import org.junit.jupiter.api.Test;

class PatientEventsTest {
    private static final int SPENDS = 2 * PatientEvents.READ_AT_ONCE;

    private final RunningLedger ledger = RunningLedger.shared();
    private final String budget = manySpends();

    @Test
    void the_shared_reader_takes_no_more_than_memory_is_meant_for_in_one_go() {
        var store = ledger.bean(EventStorageEngine.class);

        assertThat(store.readEvents(null, true)).hasSize(PatientEvents.READ_AT_ONCE);
        assertThat(store.readEvents(null, false).limit(SPENDS)).hasSize(SPENDS);
    }

    @Test
    void a_stream_of_several_readings_is_read_to_its_end() {
        DomainEventStream stream = ledger.bean(EventStore.class).readEvents(budget, 0);

        // Opened, allocated, and the spends.
        assertThat(stream.asStream()).hasSize(2 + SPENDS);
    }

    private String manySpends() {
        var officer = LedgerClient.as(ledger, "ALLOCATOR", "j.okafor");
        var id = officer.openBudgetWith(SPENDS);
        var commands = IntStream.range(0, SPENDS)
                .mapToObj(_ -> """
                        {"commandId": "%s", "post": "/v1/budgets/%s/spends", "body": {"stream": "SOCIAL_CARE",
                         "amountPence": 1, "evidence": {"kind": "MANUAL_ENTRY", "reference": "receipt 1"}}}""".formatted(UUID.randomUUID(), id))
                .collect(Collectors.joining(",", "{\"commands\": [", "]}"));
        assertThat(officer.post("/v1/batches", commands).number("accepted")).isEqualTo(SPENDS);
        return id;
    }
}
