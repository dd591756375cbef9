package org.budgetledger.projections.stream;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes what a projection's events change: collected over Axon's unit of work and flushed in batches before it commits, in
 * the transaction that also moves the processor's token.
 *
 * <p>What the database refuses would fail such a batch for ever, because by then no one event can be blamed. So after a
 * failed flush the streams in it are written one event at a time, each behind a savepoint, until they have got through: the
 * refusal then surfaces in the handler of the event that caused it, and that event is parked. The same holds for a dead
 * letter that is tried again.
 */
public final class ProjectionWriter {
    private final Projection projection;
    private final JdbcTemplate jdbc;
    private final Set<UUID> suspects = ConcurrentHashMap.newKeySet();

    public ProjectionWriter(Projection projection, JdbcTemplate jdbc) {
        this.projection = projection;
        this.jdbc = jdbc;
    }

    /** Applies one event's changes with the current unit of work. */
    public void write(Recorded recorded, Changes changes) {
        var unitOfWork = CurrentUnitOfWork.get();
        if (suspects.contains(recorded.streamId()) || isDeadLetter(unitOfWork)) {
            writeAlone(recorded, changes);
            unitOfWork.afterCommit(_ -> suspects.remove(recorded.streamId()));
        } else {
            unitOfWork
                    .getOrComputeResource(ProjectionWriter.class.getName() + projection, _ -> open(unitOfWork))
                    .add(recorded, changes);
        }
    }

    private Batch open(UnitOfWork<?> unitOfWork) {
        var batch = new Batch(projection, jdbc);
        unitOfWork.onPrepareCommit(_ -> {
            var streams = batch.streams();
            try {
                batch.flush();
            } catch (RuntimeException e) {
                suspects.addAll(streams);
                throw e;
            }
        });
        return batch;
    }

    private void writeAlone(Recorded recorded, Changes changes) {
        var batch = new Batch(projection, jdbc);
        batch.add(recorded, changes);
        jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var savepoint = connection.setSavepoint();
            try {
                batch.flush();
            } catch (RuntimeException e) {
                connection.rollback(savepoint);
                throw e;
            }
            connection.releaseSavepoint(savepoint);
            return true;
        });
    }

    private static boolean isDeadLetter(UnitOfWork<?> unitOfWork) {
        return unitOfWork.resources().containsKey(DeadLetter.class.getName());
    }
}
