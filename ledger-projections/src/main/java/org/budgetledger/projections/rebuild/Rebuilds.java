package org.budgetledger.projections.rebuild;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.budgetledger.projections.rebuild.RebuildStatus.State;
import org.budgetledger.projections.stream.Columns;
import org.budgetledger.projections.stream.Projecting;
import org.budgetledger.projections.stream.Projection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/** Starts rebuilds, at most one of a projection over all nodes, and tells how they are doing. */
public final class Rebuilds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilds.class);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final Map<Projection, Projecting> projections;
    private final StreamableMessageSource<TrackedEventMessage<?>> source;
    private final Function<Projection, SequencedDeadLetterQueue<EventMessage<?>>> deadLetters;
    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final PlatformTransactionManager transactionManager;
    private final Map<Projection, Thread> running = new EnumMap<>(Projection.class);

    public Rebuilds(
            Iterable<Projecting> projections,
            StreamableMessageSource<TrackedEventMessage<?>> source,
            Function<Projection, SequencedDeadLetterQueue<EventMessage<?>>> deadLetters,
            DataSource dataSource,
            PlatformTransactionManager transactionManager) {
        this.projections = new EnumMap<>(Projection.class);
        projections.forEach(one -> this.projections.put(one.projection(), one));
        this.source = source;
        this.deadLetters = deadLetters;
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
        this.transactionManager = transactionManager;
    }

    /** Starts one, unless one of this projection is under way already, on this node or another. */
    public synchronized void start(Projection projection) {
        try {
            RebuildLock.take(dataSource, projection).ifPresent(lock -> start(projection, lock));
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("the rebuild could not be started", e);
        }
    }

    /** How the latest one is doing; none if there never was one. */
    public Optional<RebuildStatus> status(Projection projection) {
        return jdbc
                .query(
                        "SELECT * FROM projection_rebuild WHERE projection = ?",
                        (row, _) -> row(row, projection),
                        projection.group())
                .stream()
                .findFirst();
    }

    /** Stops what is under way; the old tables are still read, and it can be started again. */
    @Override
    public synchronized void close() {
        running.values().forEach(Thread::interrupt);
        for (var thread : running.values()) {
            try {
                thread.join(STOP_WITHIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void start(Projection projection, RebuildLock lock) {
        try {
            jdbc.update("""
                    INSERT INTO projection_rebuild (projection, started_at, events) VALUES (?, now(), 0)
                    ON CONFLICT (projection) DO UPDATE
                    SET started_at = now(), events = 0, finished_at = NULL, failure = NULL
                    """, projection.group());
        } catch (DataAccessException e) {
            lock.close();
            throw e;
        }
        var thread = Thread.ofPlatform()
                .daemon()
                .name("rebuild-" + projection.group())
                .unstarted(() -> run(projection, lock));
        running.put(projection, thread);
        thread.start();
    }

    private void run(Projection projection, RebuildLock lock) {
        try (lock) {
            new Rebuild(
                            Objects.requireNonNull(projections.get(projection)),
                            source,
                            deadLetters.apply(projection),
                            jdbc,
                            new Shadow(projection, jdbc, transactionManager, lock),
                            events -> jdbc.update(
                                    "UPDATE projection_rebuild SET events = ? WHERE projection = ?",
                                    events,
                                    projection.group()))
                    .run();
            finish(projection, null);
            LOG.info("{} was rebuilt", projection.group());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("the rebuild of {} failed; its old tables are still read", projection.group(), e);
            finish(projection, e.toString());
        }
    }

    private void finish(Projection projection, @Nullable String failure) {
        jdbc.update(
                "UPDATE projection_rebuild SET finished_at = now(), failure = ? WHERE projection = ?",
                failure,
                projection.group());
    }

    private RebuildStatus row(ResultSet row, Projection projection) throws SQLException {
        var finishedAt = row.getObject("finished_at", OffsetDateTime.class);
        var failure = row.getString("failure");
        return new RebuildStatus(
                finishedAt == null
                        ? RebuildLock.held(jdbc, projection) ? State.RUNNING : State.ABANDONED
                        : failure == null ? State.DONE : State.FAILED,
                Columns.instant(row, "started_at"),
                row.getLong("events"),
                finishedAt == null ? null : finishedAt.toInstant(),
                failure);
    }
}
