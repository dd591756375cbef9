package org.budgetledger.projections.audit;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.serialization.UnknownSerializedType;
import org.budgetledger.api.LedgerEvent;
import org.budgetledger.projections.stream.Changes;
import org.budgetledger.projections.stream.EventJson;
import org.budgetledger.projections.stream.Projecting;
import org.budgetledger.projections.stream.Projection;
import org.budgetledger.projections.stream.ProjectionWriter;
import org.budgetledger.projections.stream.Recorded;
import org.budgetledger.projections.stream.Statement;
import org.springframework.jdbc.core.JdbcTemplate;

/** The audit trail: every event of every stream, with who and when. */
@ProcessingGroup("audit")
public final class AuditProjection implements Projecting {
    private static final Statement EVENT = Statement.insert("audit_event", """
            stream_id, version, type, recorded_at, actor, role, command_id, policy_pack, clauses,
            previous_hash, hash, event::json""");

    private final ProjectionWriter writer;
    private final EventJson json;

    public AuditProjection(JdbcTemplate jdbc, EventJson json) {
        this.writer = new ProjectionWriter(Projection.AUDIT, jdbc);
        this.json = json;
    }

    @EventHandler
    void on(LedgerEvent ignored, DomainEventMessage<?> message) {
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
        return Projection.AUDIT;
    }

    @Override
    public Class<LedgerEvent> concerns() {
        return LedgerEvent.class;
    }

    @Override
    public Changes changes(Recorded recorded) {
        var changes = new Changes();
        changes.write(
                EVENT,
                recorded.streamId(),
                recorded.version(),
                recorded.type(),
                recorded.recordedAtUtc(),
                recorded.actor(),
                recorded.role(),
                recorded.commandId(),
                recorded.policyPack(),
                recorded.clauses(),
                recorded.previousHash(),
                recorded.hash(),
                json.write(recorded.event()));
        return changes;
    }
}
