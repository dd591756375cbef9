package org.budgetledger.service.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.budgetledger.service.given.Known.CARE_MANAGER;
import static org.budgetledger.service.given.Known.NORTHMERE;
import static org.budgetledger.service.given.Known.on;
import static org.budgetledger.service.given.Known.pool;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.budgetledger.api.CommandId;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.service.given.Samples;
import org.budgetledger.service.store.Envelope;
import org.budgetledger.service.store.Families;
import org.budgetledger.service.store.LedgerJson;
import org.junit.jupiter.api.Test;

/** A pool that was put away as a snapshot and read back is the same pool, wherever in its history that happens. */
class PoolSnapshotTest {
    @Test
    void a_pool_read_back_after_every_event_is_what_its_events_make_it() throws Exception {
        var stream = new PoolAggregate();
        var state = Pool.NONE;
        var version = 0L;
        for (var type : Families.recordsOf(PoolEvent.class)) {
            var event = Samples.full(type);
            stream.on(event, stored(event, version++));
            state = state.evolve(event);
            stream = LedgerJson.MAPPER.readValue(LedgerJson.MAPPER.writeValueAsBytes(stream), PoolAggregate.class);

            assertThat(stream.state()).as("after " + type.getSimpleName()).isEqualTo(state);
            assertThat(stream.version()).isEqualTo(version);
            assertThat(stream.visibleTo(NORTHMERE)).isTrue();
            assertThat(stream.notBefore(Instant.EPOCH)).isEqualTo(Instant.parse("2025-04-22T09:00:00Z"));
        }
        assertThat(version).isGreaterThan(8);
    }

    private static DomainEventMessage<?> stored(PoolEvent event, long sequence) {
        var envelope = new Envelope(CARE_MANAGER, new CommandId("command-%04d".formatted(sequence)), "digest", null);
        return new GenericDomainEventMessage<>(
                "Pool",
                pool("poolId").toString(),
                sequence,
                event,
                envelope.toMetadata(),
                "event " + sequence,
                on("2025-04-22"));
    }
}
