package org.budgetledger.service.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.Known.AMARA;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.on;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.budget.BudgetCommand;
import org.budgetledger.api.budget.BudgetEvent;
import org.budgetledger.service.deciding.Context;
import org.budgetledger.service.deciding.Decision;
import org.budgetledger.service.given.Samples;
import org.budgetledger.service.packs.PublishedPacks;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.Families;
import org.budgetledger.service.store.LedgerJson;
import org.junit.jupiter.api.Test;

/** A budget that was put away as a snapshot and read back is the same budget, wherever in its history that happens. */
class BudgetSnapshotTest {
    private static final Context CONTEXT = new Context(CARE_MANAGER, on("2025-06-02"));

    @Test
    void a_budget_read_back_after_every_event_is_what_its_events_make_it() throws Exception {
        var stream = new BudgetAggregate();
        var budget = Budget.NONE;
        var version = 0L;
        for (var type : Families.recordsOf(BudgetEvent.class)) {
            var event = Samples.full(type);
            stream.on(event, stored(event, version++));
            budget = budget.evolve(event);
            stream = LedgerJson.MAPPER.readValue(LedgerJson.MAPPER.writeValueAsBytes(stream), BudgetAggregate.class);

            assertThat(stream.state()).as("after " + type.getSimpleName()).isEqualTo(budget);
            assertThat(stream.version()).isEqualTo(version);
            assertThat(stream.visibleTo(NORTHMERE)).isTrue();
            assertThat(stream.notBefore(Instant.EPOCH)).isEqualTo(Instant.parse("2025-04-22T09:00:00Z"));
        }
        assertThat(version).isGreaterThan(40);
    }

    @Test
    void every_command_is_decided_alike_before_and_after() throws Exception {
        var stream = new BudgetAggregate();
        var version = 0L;
        for (var type : Families.recordsOf(BudgetEvent.class)) {
            var event = Samples.full(type);
            stream.on(event, stored(event, version++));
            var read = LedgerJson.MAPPER.readValue(LedgerJson.MAPPER.writeValueAsBytes(stream), BudgetAggregate.class);
            for (var command : Families.recordsOf(BudgetCommand.class)) {
                assertThat(decide(command, read.state()))
                        .as(command.getSimpleName() + " after " + type.getSimpleName())
                        .isEqualTo(decide(command, stream.state()));
            }
        }
    }

    private static Decision<BudgetEvent> decide(Class<? extends BudgetCommand> command, Budget budget) {
        return BudgetDecider.decide(Samples.full(command), CONTEXT, PublishedPacks.all(), budget);
    }

    private static DomainEventMessage<?> stored(BudgetEvent event, long sequence) {
        var envelope = new Envelope(CARE_MANAGER, new CommandId("command-%04d".formatted(sequence)), "digest", null);
        return new GenericDomainEventMessage<>(
                "Budget",
                AMARA.toString(),
                sequence,
                event,
                envelope.toMetadata(),
                "event " + sequence,
                on("2025-04-22"));
    }
}
