package org.budgetledger.projections.pool;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.budgetledger.api.pool.PoolEvent;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.Projecting;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.ProjectionWriter;
import org.budgetledger.projections.stream.Recorded;
import org.springframework.jdbc.core.JdbcTemplate;

/** Pools: who put in what, who bore what, and what each has left. */
@ProcessingGroup("pools")
public final class PoolsProjection implements Projecting {
    private final ProjectionWriter writer;

    public PoolsProjection(JdbcTemplate jdbc) {
        this.writer = new ProjectionWriter(Projection.POOLS, jdbc);
    }

    @EventHandler
    void on(PoolEvent ignored, DomainEventMessage<?> message) {
        write(message);
    }

    /** One that another version of the ledger has recorded: parked, with those that follow it. */
    @EventHandler
    void on(UnknownSerializedType ignored, DomainEventMessage<?> message) {
        write(message);
    }

    private void write(DomainEventMessage<?> message) {
        var recorded = Recorded.of(message);
        writer.write(recorded, changes(recorded));
    }

    @Override
    public Projection projection() {
        return Projection.POOLS;
    }

    @Override
    public Class<PoolEvent> concerns() {
        return PoolEvent.class;
    }

    @Override
    public Changes changes(Recorded recorded) {
        var changes = new Changes();
        new PoolTables(recorded, changes).write((PoolEvent) recorded.event());
        return changes;
    }
}
