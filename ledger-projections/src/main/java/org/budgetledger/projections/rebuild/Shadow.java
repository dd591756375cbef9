package org.budgetledger.projections.rebuild;

import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.budgetledger.projections.stream.Projection;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The tables of a projection that are being made beside those that are read. */
final class Shadow {
    /** Rather than keep readers and writers waiting behind it, the exchange gives up and is tried again. */
    private static final String LOCK_TIMEOUT = "500ms";

    /** PostgreSQL's codes for a lock that was not to be had in time, and for a deadlock. */
    private static final Set<String> BUSY = Set.of("55P03", "40P01");

    private final Projection projection;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final RebuildLock lock;

    /** The schema of the tables that are read. */
    private final String main;

    Shadow(Projection projection, JdbcTemplate jdbc, PlatformTransactionManager transactionManager, RebuildLock lock) {
        this.projection = projection;
        this.jdbc = jdbc;
        this.lock = lock;
        this.transactions = new TransactionTemplate(transactionManager);
        this.main = Objects.requireNonNull(jdbc.queryForObject("SELECT quote_ident(current_schema())", String.class));
    }

    void begin() {
        call("begin_rebuild");
    }

    void index() {
        call("index_rebuild");
    }

    /** Runs what writes to the tables that are being made. Their first commit that matters is the exchange. */
    void write(Runnable writing) {
        transactions.executeWithoutResult(_ -> {
            jdbc.execute("SET LOCAL synchronous_commit = off");
            // And nowhere else: where the tables are gone, nothing is to be written to those that are read.
            jdbc.execute("SET LOCAL search_path = rebuild");
            writing.run();
            lock.require(jdbc);
        });
    }

    /**
     * Keeps the projection's writers waiting while what is missing is written, and then puts the new tables in the place of the
     * old ones.
     *
     * @param missing whether all that was missing is written now
     * @return whether it came to that; otherwise nothing was done
     */
    boolean exchange(BooleanSupplier missing) {
        try {
            return Boolean.TRUE.equals(transactions.execute(transaction -> {
                jdbc.execute("SET LOCAL lock_timeout = '" + LOCK_TIMEOUT + "'");
                jdbc.execute("LOCK TABLE " + projection.heads() + " IN EXCLUSIVE MODE");
                jdbc.execute("SET LOCAL search_path = rebuild, " + main);
                if (!missing.getAsBoolean()) {
                    transaction.setRollbackOnly();
                    return false;
                }
                lock.require(jdbc);
                call("finish_rebuild");
                return true;
            }));
        } catch (DataAccessException e) {
            if (e.getRootCause() instanceof SQLException refused && BUSY.contains(refused.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    /** Streams of which the tables that are read have more, or of which more is parked, with the version they are at. */
    Map<UUID, Long> ahead() {
        return jdbc
                .query(
                        """
                        WITH seen AS (
                            SELECT stream_id, version FROM %1$s.%2$s
                            UNION ALL
                            SELECT aggregateIdentifier::uuid, sequenceNumber + 1 FROM DeadLetterEntry
                            WHERE processingGroup = ?)
                        SELECT seen.stream_id, max(seen.version) FROM seen
                        LEFT JOIN rebuild.%2$s made ON made.stream_id = seen.stream_id
                        WHERE seen.version > coalesce(made.version, 0)
                        GROUP BY seen.stream_id
                        """.formatted(main, projection.heads()),
                        (row, _) -> Map.entry(row.getObject(1, UUID.class), row.getLong(2)),
                        projection.group())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Making indexes takes as long as it takes: the limits for what somebody waits for do not hold. */
    private void call(String function) {
        transactions.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            var patience = connection.getNetworkTimeout();
            connection.setNetworkTimeout(Runnable::run, 0);
            try (var limit = connection.createStatement();
                    var call = connection.prepareStatement("SELECT " + function + "(?)")) {
                limit.execute("SET LOCAL statement_timeout = 0");
                call.setString(1, projection.group());
                call.execute();
            } finally {
                connection.setNetworkTimeout(Runnable::run, patience);
            }
            return true;
        }));
    }
}
